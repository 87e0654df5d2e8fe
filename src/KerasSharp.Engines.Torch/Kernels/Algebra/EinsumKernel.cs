using KerasSharp.Engines.Torch.Kernels.Arrays;
using KerasSharp.Engines.Torch.Plans;
using KerasSharp.Ops;

namespace KerasSharp.Engines.Torch.Kernels.Algebra;

/// <summary>
/// Einsum: the inputs are brought into the order [batch, rows, inner] and [batch, inner, columns], multiplied as stacks of matrices, and the
/// product [batch, rows, columns] is brought into the order of the output.
/// </summary>
internal static unsafe class EinsumKernel
{
    public static Action? Bind(KernelContext context)
    {
        Shape[] shapes = [.. Enumerable.Range(0, context.InputCount).Select(i => context.Input(i).Shape)];
        if (shapes.Length is not (1 or 2))
            throw new NotSupportedException($"{context.Operation.Name}: Einsum takes one or two inputs, not {shapes.Length}.");
        var equation = EinsumEquation.Parse(context.Attr<string>("equation")).Expand(shapes);
        var axes = new EinsumAxes(equation, equation.Lengths(shapes));
        var output = context.Output();
        if (output.Count == 0)
            return null;
        var clear = PadKernels.Clear(output);
        if (axes.IsEmpty)
            return clear;
        int size = output.DType.Size();
        var left = Operand(context, 0, axes, axes.Batch + axes.Rows + axes.Inner);
        var right = shapes.Length == 2 ? Operand(context, 1, axes, axes.Batch + axes.Inner + axes.Columns) : Ones(context, axes);
        var product = new EinsumProduct(
            axes,
            left.Slot,
            right.Slot,
            context.Scratch(axes.Size(axes.Batch + axes.Rows + axes.Columns) * size)
        );
        var multiply = DTypeDispatch.Numeric(output.DType, product)!;
        string order = axes.Batch + axes.Rows + axes.Columns;
        var back = new Movement(
            axes.Dims(order),
            StridedBlock.Dense(axes.Dims(order)),
            axes.Block(equation.Output, output.Shape, order),
            size
        );
        bool hasGaps = equation.Output.Distinct().Count() < equation.Output.Length;
        return () =>
        {
            left.Prepare?.Invoke();
            right.Prepare?.Invoke();
            multiply();
            if (hasGaps)
                clear();
            back.Run(product.Target.Pointer, output.Pointer);
        };
    }

    /// <summary>An input in a given order of labels: where it lies, and what brings it there.</summary>
    private static (Slot Slot, Action? Prepare) Operand(KernelContext context, int index, EinsumAxes axes, string order)
    {
        var input = context.Input(index);
        var dims = axes.Dims(order);
        var block = axes.Block(axes.Equation.Inputs[index], input.Shape, order);
        if (input.Count == axes.Size(order) && IsDense(dims, block.Strides))
            return (input, null);
        var ordered = context.Scratch(axes.Size(order) * input.DType.Size());
        var movement = new Movement(dims, block, StridedBlock.Dense(dims), input.DType.Size());
        return (ordered, () => movement.Run(input.Pointer, ordered.Pointer));
    }

    /// <summary>With one input the other factor is a column of ones.</summary>
    private static (Slot Slot, Action? Prepare) Ones(KernelContext context, EinsumAxes axes)
    {
        var dtype = context.Output().DType;
        var ones = context.Scratch(axes.Size(axes.Batch + axes.Inner) * dtype.Size());
        byte[] one = TensorValue.Scalar(1, dtype).Bytes.ToArray();
        return (
            ones,
            () =>
            {
                var bytes = new Span<byte>((void*)ones.Pointer, checked((int)ones.Bytes));
                for (int at = 0; at < bytes.Length; at += one.Length)
                    one.CopyTo(bytes[at..]);
            }
        );
    }

    private static bool IsDense(long[] dims, long[] strides)
    {
        var dense = StridedBlock.Dense(dims).Strides;
        for (int i = 0; i < dims.Length; i++)
            if (dims[i] != 1 && dense[i] != strides[i])
                return false;
        return true;
    }
}
