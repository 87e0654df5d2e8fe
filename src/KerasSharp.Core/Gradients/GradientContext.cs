using KerasSharp.Graphs;
using KerasSharp.Ops;

namespace KerasSharp.Gradients;

/// <summary>
/// The gradients of an operation's inputs, from those of its outputs; null for an input that has none. Broadcasting is undone by the builder,
/// so a rule of a broadcasting op may return gradients of the output's shape.
/// </summary>
public delegate IReadOnlyList<Tensor?> GradientRule(GradientContext context);

/// <summary>What a gradient rule works with.</summary>
public sealed class GradientContext
{
    private readonly Tensor?[] outputGradients;

    internal GradientContext(Operation operation, Tensor?[] outputGradients) =>
        (Operation, this.outputGradients) = (operation, outputGradients);

    /// <summary>The operation.</summary>
    public Operation Operation { get; }

    /// <summary>An attribute of the operation.</summary>
    public T Attr<T>(string name) => Operation.Attributes.Get<T>(name);

    /// <summary>An input.</summary>
    public Tensor Input(int index) => Operation.Inputs[index];

    /// <summary>The number of inputs.</summary>
    public int InputCount => Operation.Inputs.Count;

    /// <summary>An output.</summary>
    public Tensor Output(int index = 0) => Operation.Outputs[index];

    /// <summary>Whether a gradient reached an output.</summary>
    public bool HasGradient(int index) => outputGradients[index] is not null;

    /// <summary>The gradient of an output; zeros where none reached it.</summary>
    public Tensor Gradient(int index = 0) => outputGradients[index] ?? Op.ZerosLike(Operation.Outputs[index]);
}
