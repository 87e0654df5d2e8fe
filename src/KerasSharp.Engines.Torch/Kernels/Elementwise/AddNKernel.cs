using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Elementwise;

/// <summary>The sum of any number of tensors of one shape.</summary>
internal static unsafe class AddNKernel
{
    /// <summary>The most operands of one elementwise node, its output included.</summary>
    private const int MostOperands = 8;

    public static Action? Bind(KernelContext context)
    {
        var add = BinaryKernels.Kernel("AddV2", context.Input(0).DType, false, false) ?? throw ElementwiseKernels.NoKernel(context);
        var inputs = Enumerable.Range(0, context.InputCount).Select(context.Input).ToArray();
        if (inputs.Length < MostOperands)
        {
            context.Elementwise = new ElementwiseNode(Sum(add, inputs.Length, context.Output().DType.Size()), inputs, context.Output());
            return null;
        }
        var output = context.Output();
        var steps = new List<Action>();
        for (int i = 1; i < inputs.Length; i++)
            steps.Add(
                new ElementwiseStep([new ElementwiseNode(add, [i == 1 ? inputs[0] : output, inputs[i]], output)], new HashSet<Slot>()).Run
            );
        return () => steps.ForEach(step => step());
    }

    private static ElementwiseKernel Sum(ElementwiseKernel add, int terms, int size) =>
        (operands, count) =>
        {
            nint* pair = stackalloc nint[3];
            pair[2] = operands[terms];
            pair[0] = operands[0];
            if (terms == 1)
                System.Buffer.MemoryCopy((void*)operands[0], (void*)operands[1], count * size, count * size);
            for (int i = 1; i < terms; i++)
            {
                pair[1] = operands[i];
                add(pair, count);
                pair[0] = operands[terms];
            }
        };
}
