namespace KerasSharp.Formats.SavedModel;

/// <summary>A variable to write into a SavedModel.</summary>
/// <param name="Name">Its name in the program, such as <c>dense/kernel</c>; two may have the same.</param>
/// <param name="DType">The type of its elements.</param>
/// <param name="Shape">Its shape, fully known.</param>
/// <param name="IsTrainable">Whether training changes it.</param>
/// <param name="Read">Gives its value when it is written, so that one value at a time is in memory.</param>
public sealed record VariableToSave(string Name, DType DType, Shape Shape, bool IsTrainable, Func<TensorValue> Read)
{
    /// <summary>Two variables are the same only if they are one object, whatever their names.</summary>
    public bool Equals(VariableToSave? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
