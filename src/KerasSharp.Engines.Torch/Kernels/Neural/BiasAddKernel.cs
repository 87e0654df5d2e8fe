using System.Numerics;
using System.Numerics.Tensors;
using KerasSharp.Engines.Torch.Kernels.Elementwise;
using KerasSharp.Engines.Torch.Native;
using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Neural;

/// <summary>BiasAdd. With channels last the bias is repeated to a block long enough for vectors, which is added all along the value.</summary>
internal static unsafe class BiasAddKernel
{
    private const long BlockElements = 1024;
    private const long Grain = 1 << 15;

    public static Action? Bind(KernelContext context)
    {
        var (value, bias, output) = (context.Input(0), context.Input(1), context.Output());
        if (output.Count == 0)
            return null;
        bool last = !context.Operation.Attributes.Get("data_format", "NHWC").StartsWith("NC", StringComparison.Ordinal);
        if (last && output.DType != DType.BFloat16)
            return DTypeDispatch.Numeric(output.DType, new Visitor(context));
        var spread = Enumerable.Repeat(1L, last ? 1 : value.Shape.Rank - 1).ToArray();
        spread[0] = bias.Count;
        var column = new Slot(bias.DType, Shape.Of(spread), bias.Buffer);
        return Broadcast.Bind(
            context,
            [value, column],
            scalar => BinaryKernels.Kernel("AddV2", output.DType, scalar[0], scalar[1]) ?? throw ElementwiseKernels.NoKernel(context)
        );
    }

    private sealed class Visitor(KernelContext context) : INumericVisitor
    {
        private readonly Slot value = context.Input(0),
            bias = context.Input(1),
            output = context.Output();

        public Action? Visit<T>()
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            long channels = bias.Count;
            long repeats = Math.Max(1, BlockElements / channels);
            long block = repeats * channels;
            var repeated = context.Scratch(block * sizeof(T));
            Action<long, long> body = (begin, end) => Add<T>(repeated, block, begin, end);
            long blocks = (output.Count + block - 1) / block;
            long grain = Math.Max(1, Grain / block);
            return () =>
            {
                for (long i = 0; i < repeats; i++)
                    System.Buffer.MemoryCopy((void*)bias.Pointer, (T*)repeated.Pointer + i * channels, bias.Bytes, bias.Bytes);
                Threads.For(blocks, grain, body);
            };
        }

        private void Add<T>(Slot repeated, long block, long begin, long end)
            where T : unmanaged, INumber<T>
        {
            for (long at = begin * block; at < Math.Min(end * block, output.Count); at += block)
            {
                int length = (int)Math.Min(block, output.Count - at);
                TensorPrimitives.Add(
                    new ReadOnlySpan<T>((T*)value.Pointer + at, length),
                    new ReadOnlySpan<T>((T*)repeated.Pointer, length),
                    new Span<T>((T*)output.Pointer + at, length)
                );
            }
        }
    }
}
