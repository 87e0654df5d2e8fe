using KerasSharp.Engines.Torch.Kernels.Arrays;
using KerasSharp.Ops;

namespace KerasSharp.Engines.Torch.Kernels.Algebra;

/// <summary>The labels of an expanded Einsum equation by their part in the product.</summary>
internal sealed class EinsumAxes
{
    private readonly Dictionary<char, long> lengths;

    /// <param name="equation">An equation whose ellipses are expanded.</param>
    /// <param name="lengths">The length behind each label.</param>
    public EinsumAxes(EinsumEquation equation, Dictionary<char, long> lengths)
    {
        (Equation, this.lengths) = (equation, lengths);
        string left = equation.Inputs[0];
        string right = equation.Inputs.Length > 1 ? equation.Inputs[1] : "";
        Batch = Labels(label => left.Contains(label) && right.Contains(label) && equation.Output.Contains(label));
        Rows = Labels(label => left.Contains(label) && !right.Contains(label) && equation.Output.Contains(label));
        Columns = Labels(label => !left.Contains(label) && equation.Output.Contains(label));
        Inner = Labels(label => !equation.Output.Contains(label));
    }

    /// <summary>The equation.</summary>
    public EinsumEquation Equation { get; }

    /// <summary>Labels of both inputs and of the output.</summary>
    public string Batch { get; }

    /// <summary>Labels of the first input and of the output.</summary>
    public string Rows { get; }

    /// <summary>Labels of the second input and of the output.</summary>
    public string Columns { get; }

    /// <summary>Labels that are summed over; an input without one of them is repeated along it.</summary>
    public string Inner { get; }

    /// <summary>Whether a sum is over no elements, so that it is 0.</summary>
    public bool IsEmpty => Size(Inner) == 0;

    /// <summary>The lengths behind labels.</summary>
    public long[] Dims(string labels) => [.. labels.Select(label => lengths[label])];

    /// <summary>The product of the lengths behind labels.</summary>
    public long Size(string labels) => Dims(labels).Aggregate(1L, (x, y) => x * y);

    /// <summary>How a dense tensor with some labels lies when its axes are taken in another order: a repeated label walks a diagonal.</summary>
    public StridedBlock Block(string labels, Shape shape, string order)
    {
        var dense = StridedBlock.Dense(shape.Dims).Strides;
        var strides = new long[order.Length];
        for (int axis = 0; axis < labels.Length; axis++)
            if (shape[axis] != 1)
                strides[order.IndexOf(labels[axis])] += dense[axis];
        return new StridedBlock(strides);
    }

    private string Labels(Func<char, bool> condition) => string.Concat(lengths.Keys.Where(condition));
}
