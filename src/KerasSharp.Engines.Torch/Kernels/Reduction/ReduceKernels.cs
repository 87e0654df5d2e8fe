using System.Numerics;
using KerasSharp.Engines.Torch.Native;
using KerasSharp.Engines.Torch.Numerics;
using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Reduction;

/// <summary>Reductions over chosen axes.</summary>
internal static unsafe class ReduceKernels
{
    private const long Grain = 1 << 15;

    public static readonly IReadOnlyDictionary<string, KernelBinder> Kernels = Enumerable
        .Select<string, KeyValuePair<string, KernelBinder>>(
            ["Sum", "Mean", "Prod", "Max", "Min", "All", "Any", "EuclideanNorm"],
            name => new(name, Bind)
        )
        .ToDictionary();

    private static Action? Bind(KernelContext context)
    {
        var (input, output) = (context.Input(0), context.Output());
        int[] shape = [.. input.Shape.ToArray().Select(dim => checked((int)dim))];
        var plan = ReductionPlan.Create(shape, [.. context.Ints(1).Select(axis => (int)axis)]);
        if (output.Count == 0)
            return null;
        return context.Operation.Type == "EuclideanNorm"
            ? DTypeDispatch.Floating(input.DType, new NormVisitor(plan, input, output, context.Scratch(input.Bytes)))
            : DTypeDispatch.Numeric(input.DType, new Visitor(context.Operation.Type, plan, input, output));
    }

    private static Action Loop(ReductionPlan plan, Action<long, long> body)
    {
        long grain = Math.Max(1, Grain / Math.Max(1, plan.ReducedCount));
        return () => Threads.For(plan.OutputCount, grain, body);
    }

    private sealed class Visitor(string op, ReductionPlan plan, Slot input, Slot output) : INumericVisitor
    {
        public Action? Visit<T>()
            where T : unmanaged, INumber<T>, IMinMaxValue<T> =>
            Loop(
                plan,
                op switch
                {
                    "Sum" => Body<T, ReductionOperations.Sum<T>>,
                    "Prod" => Body<T, ReductionOperations.Product<T>>,
                    "Max" or "Any" => Body<T, ReductionOperations.Maximum<T>>,
                    "Min" => Body<T, ReductionOperations.Minimum<T>>,
                    "All" => AllTrue,
                    _ => Mean<T>,
                }
            );

        private void Body<T, TOperation>(long begin, long end)
            where T : unmanaged, INumber<T>
            where TOperation : struct, IReduction<T> =>
            Numerics.Reduction.Run<T, TOperation>(plan, (T*)input.Pointer, (T*)output.Pointer, begin, end);

        private void AllTrue(long begin, long end)
        {
            byte* target = (byte*)output.Pointer;
            Body<byte, ReductionOperations.Minimum<byte>>(begin, end);
            for (long i = begin; i < end; i++)
                target[i] = target[i] == 0 ? (byte)0 : (byte)1;
        }

        /// <summary>The mean; of no elements NaN, of integers truncated (and 0 of none, where TensorFlow's result is not defined).</summary>
        private void Mean<T>(long begin, long end)
            where T : unmanaged, INumber<T>
        {
            bool isInteger = T.IsZero(T.One / (T.One + T.One));
            if (!isInteger || plan.ReducedCount > 0)
                Numerics.Reduction.Mean(plan, (T*)input.Pointer, (T*)output.Pointer, begin, end);
            else
                new Span<T>((T*)output.Pointer + begin, (int)(end - begin)).Clear();
        }
    }

    private sealed class NormVisitor(ReductionPlan plan, Slot input, Slot output, Slot squares) : IFloatVisitor
    {
        public Action? Visit<T>()
            where T : unmanaged, IFloatingPointIeee754<T>, IMinMaxValue<T>
        {
            var sum = Loop(plan, Body<T>);
            return () =>
            {
                T* source = (T*)input.Pointer;
                T* square = (T*)squares.Pointer;
                for (long i = 0; i < input.Count; i++)
                    square[i] = source[i] * source[i];
                sum();
            };
        }

        private void Body<T>(long begin, long end)
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            T* target = (T*)output.Pointer;
            Numerics.Reduction.Run<T, ReductionOperations.Sum<T>>(plan, (T*)squares.Pointer, target, begin, end);
            for (long i = begin; i < end; i++)
                target[i] = T.Sqrt(target[i]);
        }
    }
}
