namespace KerasSharp.Engines.Torch.Plans;

/// <summary>
/// Computes <paramref name="count"/> elements. <paramref name="operands"/> holds the addresses of the inputs, then of the output, moved to the
/// first of these elements; a scalar's address does not move.
/// </summary>
internal unsafe delegate void ElementwiseKernel(nint* operands, int count);

/// <summary>A node that computes each element from the same element of its inputs (or from scalars), and so can be cut into blocks.</summary>
/// <param name="Kernel">Computes a block.</param>
/// <param name="Inputs">The inputs.</param>
/// <param name="Output">The output, of <see cref="Count"/> elements.</param>
internal sealed record ElementwiseNode(ElementwiseKernel Kernel, Slot[] Inputs, Slot Output)
{
    /// <summary>The number of elements.</summary>
    public long Count => Output.Count;
}
