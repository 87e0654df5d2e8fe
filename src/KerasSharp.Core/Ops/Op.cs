using KerasSharp.Graphs;

namespace KerasSharp.Ops;

/// <summary>
/// Builds operations: a method for each of TensorFlow's ops, under its name, with its argument order and defaults
/// (<c>tf.raw_ops</c>). Keras-like composites are in <c>K</c>.
/// </summary>
public static partial class Op
{
    /// <summary>Applies an op with one output.</summary>
    internal static Tensor Make(
        OpDefinition definition,
        IReadOnlyList<Tensor> inputs,
        Attributes? attributes = null,
        string? name = null
    ) => Operation.Create(definition, inputs, attributes, name).Outputs[0];

    /// <summary>Applies an op with several outputs.</summary>
    internal static IReadOnlyList<Tensor> MakeMany(
        OpDefinition definition,
        IReadOnlyList<Tensor> inputs,
        Attributes? attributes = null,
        string? name = null
    ) => Operation.Create(definition, inputs, attributes, name).Outputs;

    /// <summary>Applies any op by its name, as a graph importer does.</summary>
    /// <exception cref="KeyNotFoundException">There is no op of that name.</exception>
    public static IReadOnlyList<Tensor> Apply(
        string op,
        IReadOnlyList<Tensor> inputs,
        Attributes? attributes = null,
        string? name = null
    ) => MakeMany(OpTable.Get(op), inputs, attributes, name);
}
