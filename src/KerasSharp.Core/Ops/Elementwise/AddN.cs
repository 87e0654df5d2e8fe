using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    internal static readonly OpDefinition AddNDefinition = new("AddN(inputs: N*T) -> sum: T | N: int, T: type", ShapeRules.MergeAll);

    /// <summary>The sum of tensors of equal shape.</summary>
    public static Tensor AddN(IReadOnlyList<Tensor> inputs, string? name = null) =>
        inputs.Count == 1 ? inputs[0] : Make(AddNDefinition, inputs, null, name);
}
