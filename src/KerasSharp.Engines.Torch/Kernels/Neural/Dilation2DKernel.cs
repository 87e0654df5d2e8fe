using System.Numerics;
using System.Runtime.InteropServices;
using KerasSharp.Engines.Torch.Plans;
using KerasSharp.Ops;

namespace KerasSharp.Engines.Torch.Kernels.Neural;

/// <summary>Dilation2D and its gradients, which go to the first greatest element of each window.</summary>
internal static unsafe class Dilation2DKernel
{
    public static Action? Bind(KernelContext context) => DTypeDispatch.Numeric(context.Output().DType, new Visitor(context));

    private sealed class Visitor(KernelContext context) : INumericVisitor
    {
        private readonly Slot input = context.Input(0),
            filter = context.Input(1),
            output = context.Output();

        private readonly WindowAxis[] windows = Windows.OfDilation(
            context.Input(0).Shape,
            context.Input(1).Shape,
            context.Operation.Attributes
        );

        public Action? Visit<T>()
            where T : unmanaged, INumber<T>, IMinMaxValue<T> =>
            context.Operation.Type switch
            {
                "Dilation2D" => Forward<T>,
                "Dilation2DBackpropInput" => () => Backward<T>(true),
                _ => () => Backward<T>(false),
            };

        private void Forward<T>()
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            long channels = input.Shape[3];
            T* target = (T*)output.Pointer;
            for (long cell = 0; cell < output.Count; cell++)
            {
                var (_, _, greatest) = Greatest<T>(cell / channels, cell % channels);
                target[cell] = greatest;
            }
        }

        private void Backward<T>(bool toInput)
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            NativeMemory.Clear((void*)output.Pointer, (nuint)output.Bytes);
            long channels = input.Shape[3];
            var gradient = context.Input(2);
            T* source = (T*)gradient.Pointer;
            T* target = (T*)output.Pointer;
            for (long cell = 0; cell < gradient.Count; cell++)
            {
                var (at, tap, _) = Greatest<T>(cell / channels, cell % channels);
                if (at >= 0)
                    target[toInput ? at : tap] += source[cell];
            }
        }

        /// <summary>The place in the input and in the filter where a window's sum is greatest, and the sum.</summary>
        private (long At, long Tap, T Value) Greatest<T>(long window, long channel)
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            var (rows, columns) = (windows[0], windows[1]);
            long channels = input.Shape[3];
            long left = window % columns.Output * columns.Stride - columns.Before;
            long top = window / columns.Output % rows.Output * rows.Stride - rows.Before;
            long image = window / (columns.Output * rows.Output) * rows.Input;
            (long At, long Tap, T Value) best = (-1, -1, T.MinValue);
            for (long h = 0; h < rows.Kernel; h++)
            for (long w = 0; w < columns.Kernel; w++)
            {
                var (y, x) = (top + h * rows.Dilation, left + w * columns.Dilation);
                if (y < 0 || y >= rows.Input || x < 0 || x >= columns.Input)
                    continue;
                long at = ((image + y) * columns.Input + x) * channels + channel;
                long tap = (h * columns.Kernel + w) * channels + channel;
                var value = ((T*)input.Pointer)[at] + ((T*)filter.Pointer)[tap];
                if (value > best.Value)
                    best = (at, tap, value);
            }
            return best;
        }
    }
}
