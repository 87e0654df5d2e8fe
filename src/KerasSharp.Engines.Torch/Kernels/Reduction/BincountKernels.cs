using System.Numerics;
using System.Runtime.InteropServices;
using KerasSharp.Engines.Torch.Kernels.Arrays;
using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Reduction;

/// <summary>Counts of numbers.</summary>
internal static unsafe class BincountKernels
{
    public static readonly IReadOnlyDictionary<string, KernelBinder> Kernels = new Dictionary<string, KernelBinder>
    {
        ["Bincount"] = context => DTypeDispatch.Numeric(context.Output().DType, new CountVisitor(context, false)),
        ["DenseBincount"] = context =>
            DTypeDispatch.Numeric(context.Output().DType, new CountVisitor(context, context.Attr<bool>("binary_output"))),
        ["HistogramFixedWidth"] = context => DTypeDispatch.Numeric(context.Input(0).DType, new HistogramVisitor(context)),
    };

    private sealed class CountVisitor(KernelContext context, bool isBinary) : INumericVisitor
    {
        public Action? Visit<T>()
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            var (input, weights, output) = (context.Input(0), context.Input(2), context.Output());
            long size = context.Ints(1)[0];
            long perRow = output.Shape.Rank == 2 ? input.Shape[1] : Math.Max(1, input.Count);
            string name = context.Operation.Name;
            return () =>
            {
                NativeMemory.Clear((void*)output.Pointer, (nuint)output.Bytes);
                var index = new IndexReader(input);
                for (long i = 0; i < input.Count; i++)
                {
                    long bin = index[i];
                    if (bin < 0)
                        throw new ArgumentException($"{name}: element {i} is {bin}; only numbers of 0 or more can be counted.");
                    if (bin >= size)
                        continue;
                    ref T total = ref ((T*)output.Pointer)[(i / perRow * size) + bin];
                    total = isBinary ? T.One : total + (weights.Count > 0 ? ((T*)weights.Pointer)[i] : T.One);
                }
            };
        }
    }

    private sealed class HistogramVisitor(KernelContext context) : INumericVisitor
    {
        public Action? Visit<T>()
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            var (values, range, output) = (context.Input(0), context.Input(1), context.Output());
            string name = context.Operation.Name;
            return () =>
            {
                NativeMemory.Clear((void*)output.Pointer, (nuint)output.Bytes);
                double low = double.CreateTruncating(((T*)range.Pointer)[0]);
                double high = double.CreateTruncating(((T*)range.Pointer)[1]);
                if (!(low < high))
                    throw new ArgumentException($"{name}: the range [{low}, {high}] must ascend.");
                double step = (high - low) / output.Count;
                var count = new IndexReader(output);
                for (long i = 0; i < values.Count; i++)
                {
                    double value = double.CreateTruncating(((T*)values.Pointer)[i]);
                    long bin = (long)Math.Clamp(Math.Floor((value - low) / step), 0, output.Count - 1);
                    IndexWriter.Set(output, bin, count[bin] + 1);
                }
            };
        }
    }
}
