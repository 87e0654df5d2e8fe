using System.Numerics;
using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Arrays;

/// <summary>Arithmetic sequences.</summary>
internal static unsafe class SequenceKernels
{
    public static readonly IReadOnlyDictionary<string, KernelBinder> Kernels = new Dictionary<string, KernelBinder>
    {
        ["Range"] = Range,
        ["LinSpace"] = context =>
            DTypeDispatch.Floating(context.Output().DType, new LinSpaceVisitor(context.Input(0), context.Input(1), context.Output())),
    };

    private static Action? Range(KernelContext context) => DTypeDispatch.Numeric(context.Input(0).DType, new RangeVisitor(context));

    /// <summary>start + i * delta. The length follows from the values, so they are read when binding.</summary>
    private sealed class RangeVisitor(KernelContext context) : INumericVisitor
    {
        public Action? Visit<T>()
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            var (start, limit, delta) = (context.Data<T>(0)[0], context.Data<T>(1)[0], context.Data<T>(2)[0]);
            if (T.IsZero(delta))
                throw new ArgumentException($"{context.Operation.Name}: delta is 0.");
            long count = Count(start, limit, delta);
            var output = context.Output();
            if (!output.Shape.IsDefined || output.Count != count)
                output = context.Allocate(0, Shape.Of(count));
            return () =>
            {
                T* target = (T*)output.Pointer;
                for (long i = 0; i < count; i++)
                    target[i] = start + (T.CreateTruncating(i) * delta);
            };
        }

        private static long Count<T>(T start, T limit, T delta)
            where T : INumber<T>
        {
            if (T.IsPositive(delta) ? limit <= start : limit >= start)
                return 0;
            if (T.IsZero(T.One / (T.One + T.One)))
            {
                long step = long.CreateTruncating(delta);
                return (long.CreateTruncating(limit) - long.CreateTruncating(start) + step - Math.Sign(step)) / step;
            }
            return (long)Math.Ceiling((double.CreateTruncating(limit) - double.CreateTruncating(start)) / double.CreateTruncating(delta));
        }
    }

    private sealed class LinSpaceVisitor(Slot start, Slot stop, Slot output) : IFloatVisitor
    {
        public Action? Visit<T>()
            where T : unmanaged, IFloatingPointIeee754<T>, IMinMaxValue<T> =>
            () =>
            {
                T first = *(T*)start.Pointer;
                T last = *(T*)stop.Pointer;
                T* target = (T*)output.Pointer;
                long count = output.Count;
                if (count == 0)
                    return;
                T step = count > 1 ? (last - first) / T.CreateTruncating(count - 1) : T.Zero;
                for (long i = 0; i < count; i++)
                    target[i] = first + (step * T.CreateTruncating(i));
                if (count > 1)
                    target[count - 1] = last;
            };
    }
}
