namespace KerasSharp.Graphs;

/// <summary>
/// One input or output in an op's signature: a single tensor, a list of equal type (<see cref="NumberAttribute"/>), or a list of
/// mixed types (<see cref="IsTypeList"/>).
/// </summary>
/// <param name="Name">TensorFlow's name of the argument.</param>
/// <param name="TypeAttribute">The attribute that holds its type or types, or null where the type is fixed.</param>
/// <param name="FixedType">The type where it is fixed.</param>
/// <param name="NumberAttribute">The attribute that holds the length of a list of equal type.</param>
/// <param name="IsTypeList">True where <paramref name="TypeAttribute"/> holds a list, a type for each tensor.</param>
public sealed record ArgumentDefinition(string Name, string? TypeAttribute, DType? FixedType, string? NumberAttribute, bool IsTypeList)
{
    /// <summary>True for a single tensor.</summary>
    public bool IsSingle => NumberAttribute is null && !IsTypeList;
}
