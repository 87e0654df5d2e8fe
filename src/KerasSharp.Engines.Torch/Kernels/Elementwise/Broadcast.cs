using KerasSharp.Engines.Torch.Native;
using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Elementwise;

/// <summary>Binds elementwise kernels to inputs of different shapes.</summary>
internal static class Broadcast
{
    /// <summary>
    /// Binds a kernel. Inputs of the output's shape, or of one element, make a node that can be joined with its neighbours; other shapes make a
    /// step that runs the kernel over the longest inner runs along which each input either moves on or stays.
    /// </summary>
    /// <param name="context">The node.</param>
    /// <param name="inputs">Its inputs.</param>
    /// <param name="kernel">Makes the kernel, given which inputs stay at one element in a run.</param>
    public static Action? Bind(KernelContext context, Slot[] inputs, Func<bool[], ElementwiseKernel> kernel)
    {
        var output = context.Output();
        if (Array.TrueForAll(inputs, input => input.Count == 1 || input.Count == output.Count))
        {
            context.Elementwise = new ElementwiseNode(
                kernel(Array.ConvertAll(inputs, input => input.Count != output.Count)),
                inputs,
                output
            );
            return null;
        }
        return output.Count == 0 ? null : new BroadcastStep(inputs, output, kernel).Run;
    }

    /// <summary>Strides in elements of a shape repeated to a larger one: 0 along repeated dimensions.</summary>
    public static long[] Strides(Shape shape, Shape larger)
    {
        var strides = new long[larger.Rank];
        long stride = 1;
        for (int i = 1; i <= shape.Rank; i++)
        {
            strides[^i] = shape.Dims[^i] == 1 ? 0 : stride;
            stride *= shape.Dims[^i];
        }
        return strides;
    }

    /// <summary>A kernel run over the outer dimensions, an inner run at a time.</summary>
    private sealed unsafe class BroadcastStep
    {
        private const long Grain = 1 << 15;
        private readonly Slot[] operands;
        private readonly ElementwiseKernel kernel;
        private readonly long[] outerDims;
        private readonly long[][] outerStrides;
        private readonly int inner;
        private readonly Action<long, long> body;

        public BroadcastStep(Slot[] inputs, Slot output, Func<bool[], ElementwiseKernel> makeKernel)
        {
            operands = [.. inputs, output];
            var (dims, strides) = Collapse(output.Shape, [.. operands.Select(operand => Strides(operand.Shape, output.Shape))]);
            inner = (int)dims[^1];
            kernel = makeKernel([.. strides.SkipLast(1).Select(stride => stride[^1] == 0 && inner > 1)]);
            outerDims = dims[..^1];
            outerStrides = [.. strides.Select((stride, i) => stride[..^1].Select(step => step * operands[i].DType.Size()).ToArray())];
            body = RunRange;
        }

        public void Run() => Threads.For(operands[^1].Count / inner, Math.Max(1, Grain / inner), body);

        private void RunRange(long begin, long end)
        {
            nint* addresses = stackalloc nint[8];
            for (long run = begin; run < end; run++)
            {
                for (int j = 0; j < operands.Length; j++)
                    addresses[j] = operands[j].Pointer + Offset(run, outerStrides[j]);
                kernel(addresses, inner);
            }
        }

        private nint Offset(long run, long[] strides)
        {
            long offset = 0;
            for (int d = outerDims.Length - 1; d >= 0; d--)
            {
                offset += run % outerDims[d] * strides[d];
                run /= outerDims[d];
            }
            return (nint)offset;
        }

        /// <summary>Joins neighbouring dimensions that every operand walks through as one, and drops those of length 1.</summary>
        private static (long[] Dims, long[][] Strides) Collapse(Shape shape, long[][] strides)
        {
            var dims = new List<long>();
            var kept = strides.Select(_ => new List<long>()).ToArray();
            for (int d = 0; d < shape.Rank; d++)
            {
                if (shape[d] == 1)
                    continue;
                if (dims.Count > 0 && strides.Select((stride, i) => kept[i][^1] == stride[d] * shape[d]).All(joins => joins))
                {
                    dims[^1] *= shape[d];
                    for (int i = 0; i < kept.Length; i++)
                        kept[i][^1] = strides[i][d];
                    continue;
                }
                dims.Add(shape[d]);
                for (int i = 0; i < kept.Length; i++)
                    kept[i].Add(strides[i][d]);
            }
            return ([.. dims], [.. kept.Select(list => list.ToArray())]);
        }
    }
}
