namespace KerasSharp.Formats.Protobuf.Graphs;

/// <summary>An input or output of an op, as the op's signature has it.</summary>
/// <param name="Type">Its type where that is fixed.</param>
/// <param name="TypeAttribute">The attribute that holds its type, or the list of its types.</param>
/// <param name="NumberAttribute">The attribute that holds how many tensors it has, each of the one type.</param>
/// <param name="IsTypeList">Whether <paramref name="TypeAttribute"/> holds a list, a tensor a type.</param>
/// <param name="IsReference">Whether it is a reference variable.</param>
internal sealed record OpArgument(DataType Type, string? TypeAttribute, string? NumberAttribute, bool IsTypeList, bool IsReference)
{
    /// <summary>Reads <c>float32</c>, <c>T</c>, <c>N*T</c>, <c>list(T)</c>, <c>Ref(T)</c>.</summary>
    /// <param name="text">The argument.</param>
    /// <param name="attributes">The op's attributes: a type that is the name of one is held by it.</param>
    public static OpArgument Parse(string text, IReadOnlyList<OpAttribute> attributes)
    {
        var type = text;
        bool isReference = Unwrap(ref type, "Ref(");
        bool isList = Unwrap(ref type, "list(");
        int star = type.IndexOf('*');
        var number = star < 0 ? null : type[..star];
        type = type[(star + 1)..];
        return attributes.Any(attribute => attribute.Name == type)
            ? new OpArgument(DataType.DtInvalid, type, number, isList, isReference)
            : new OpArgument(DataTypes.Parse(type), null, number, isList, isReference);
    }

    /// <summary>The argument of a function's signature.</summary>
    public static OpArgument Of(OpDef.Types.ArgDef argument) =>
        new(
            argument.Type,
            argument.TypeListAttr.Length > 0 ? argument.TypeListAttr
                : argument.TypeAttr.Length > 0 ? argument.TypeAttr
                : null,
            argument.NumberAttr.Length > 0 ? argument.NumberAttr : null,
            argument.TypeListAttr.Length > 0,
            argument.IsRef
        );

    private static bool Unwrap(ref string type, string opening)
    {
        if (!type.StartsWith(opening, StringComparison.Ordinal))
            return false;
        type = type[opening.Length..^1];
        return true;
    }
}
