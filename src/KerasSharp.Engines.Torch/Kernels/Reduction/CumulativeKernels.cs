using System.Numerics;
using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Reduction;

/// <summary>Running sums and products along an axis.</summary>
internal static unsafe class CumulativeKernels
{
    public static readonly IReadOnlyDictionary<string, KernelBinder> Kernels = new Dictionary<string, KernelBinder>
    {
        ["Cumsum"] = Bind,
        ["Cumprod"] = Bind,
        ["CumulativeLogsumexp"] = Bind,
    };

    private static Action? Bind(KernelContext context)
    {
        var input = context.Input(0);
        if (input.Count == 0)
            return null;
        var visitor = new Visitor(
            context.Operation.Type,
            AxisView.Of(input.Shape, context.Ints(1)[0]),
            input,
            context.Output(),
            context.Attr<bool>("exclusive"),
            context.Attr<bool>("reverse")
        );
        return context.Operation.Type == "CumulativeLogsumexp"
            ? DTypeDispatch.Floating(input.DType, visitor)
            : DTypeDispatch.Numeric(input.DType, visitor);
    }

    private interface IRunning<T>
    {
        static abstract T Start { get; }

        static abstract T Next(T running, T element);
    }

    private sealed class Visitor(string op, AxisView view, Slot input, Slot output, bool exclusive, bool reverse)
        : INumericVisitor,
            IFloatVisitor
    {
        Action? INumericVisitor.Visit<T>() => op == "Cumsum" ? Run<T, Sum<T>> : Run<T, Product<T>>;

        Action? IFloatVisitor.Visit<T>() => Run<T, LogSumExp<T>>;

        private void Run<T, TRunning>()
            where T : unmanaged
            where TRunning : struct, IRunning<T>
        {
            for (long outer = 0; outer < view.Outer; outer++)
            for (long inner = 0; inner < view.Inner; inner++)
            {
                long offset = (outer * view.Length * view.Inner) + inner;
                Line<T, TRunning>((T*)input.Pointer + offset, (T*)output.Pointer + offset);
            }
        }

        private void Line<T, TRunning>(T* source, T* target)
            where T : unmanaged
            where TRunning : struct, IRunning<T>
        {
            T running = TRunning.Start;
            for (long i = 0; i < view.Length; i++)
            {
                long at = (reverse ? view.Length - 1 - i : i) * view.Inner;
                T next = TRunning.Next(running, source[at]);
                target[at] = exclusive ? running : next;
                running = next;
            }
        }
    }

    private readonly struct Sum<T> : IRunning<T>
        where T : INumber<T>
    {
        public static T Start => T.Zero;

        public static T Next(T running, T element) => running + element;
    }

    private readonly struct Product<T> : IRunning<T>
        where T : INumber<T>
    {
        public static T Start => T.One;

        public static T Next(T running, T element) => running * element;
    }

    /// <summary>The running logarithm of a sum of exponentials; of none it is minus infinity.</summary>
    private readonly struct LogSumExp<T> : IRunning<T>
        where T : IFloatingPointIeee754<T>
    {
        public static T Start => T.NegativeInfinity;

        public static T Next(T running, T element)
        {
            T larger = T.Max(running, element);
            return T.IsInfinity(larger) ? larger : larger + T.LogP1(T.Exp(T.Min(running, element) - larger));
        }
    }
}
