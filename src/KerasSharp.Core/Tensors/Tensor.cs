using KerasSharp.Graphs;

namespace KerasSharp;

/// <summary>
/// A value that a graph will compute: one output of an <see cref="Graphs.Operation"/>. It has a type and a shape, some of whose
/// dimensions may be unknown, and no data of its own; <c>K.Function</c>, <c>Fit</c> or <c>Predict</c> compute it.
/// </summary>
public sealed partial class Tensor
{
    internal Tensor(Operation operation, int index, DType dtype, Shape shape) =>
        (Operation, Index, DType, Shape) = (operation, index, dtype, shape);

    /// <summary>The operation that computes this value.</summary>
    public Operation Operation { get; }

    /// <summary>Which output of the operation this is, from 0.</summary>
    public int Index { get; }

    /// <summary>The type of the elements.</summary>
    public DType DType { get; }

    /// <summary>What is known of the shape.</summary>
    public Shape Shape { get; }

    /// <summary>The number of dimensions.</summary>
    /// <exception cref="InvalidOperationException">The rank is unknown.</exception>
    public int Rank => Shape.Rank;

    /// <summary>The operation's name hint, or its op, such as <c>dense/MatMul</c>.</summary>
    public string Name => Operation.Name;

    /// <inheritdoc/>
    public override string ToString() => $"<Tensor {Name}:{Index} {DType.Name()} {Shape}>";
}
