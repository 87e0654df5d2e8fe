using System.Numerics;
using KerasSharp.Engines.Torch.Native;
using KerasSharp.Engines.Torch.Numerics;
using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Reduction;

/// <summary>ArgMax and ArgMin.</summary>
internal static unsafe class ArgKernels
{
    private const long Grain = 1 << 14;

    public static readonly IReadOnlyDictionary<string, KernelBinder> Kernels = new Dictionary<string, KernelBinder>
    {
        ["ArgMax"] = context => Bind(context, true),
        ["ArgMin"] = context => Bind(context, false),
    };

    private static Action? Bind(KernelContext context, bool greatest)
    {
        var (input, output) = (context.Input(0), context.Output());
        var view = AxisView.Of(input.Shape, context.Ints(1)[0]);
        if (output.Count == 0)
            return null;
        if (view.Length == 0)
            throw new ArgumentException($"{context.Operation.Name}: the axis of shape {input.Shape} has no elements to choose from.");
        return DTypeDispatch.Numeric(input.DType, new Visitor(view, input, output, greatest));
    }

    private sealed class Visitor(AxisView view, Slot input, Slot output, bool greatest) : INumericVisitor
    {
        public Action? Visit<T>()
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            Action<long, long> body = output.DType switch
            {
                DType.Int64 => Body<T, long>,
                DType.Int32 => Body<T, int>,
                DType.Int16 => Body<T, short>,
                DType.UInt16 => Body<T, ushort>,
                _ => throw new NotSupportedException(
                    $"The output_type of ArgMax and ArgMin is int32, int64, int16 or uint16, not {output.DType.Name()}."
                ),
            };
            return () => Threads.For(output.Count, Math.Max(1, Grain / view.Length), body);
        }

        private void Body<T, TIndex>(long begin, long end)
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
            where TIndex : unmanaged, IBinaryInteger<TIndex>
        {
            T* source = (T*)input.Pointer;
            TIndex* target = (TIndex*)output.Pointer;
            if (greatest)
                ArgReduction.Max(source, target, view.Length, view.Inner, begin, end);
            else
                ArgReduction.Min(source, target, view.Length, view.Inner, begin, end);
        }
    }
}
