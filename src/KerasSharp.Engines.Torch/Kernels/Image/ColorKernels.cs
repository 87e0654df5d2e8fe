using System.Numerics;
using KerasSharp.Engines.Torch.Native;
using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Image;

/// <summary>Conversions between colour spaces, a pixel at a time.</summary>
internal static unsafe class ColorKernels
{
    private const long Grain = 1 << 13;

    public static Action? RGBToHSV(KernelContext context) =>
        DTypeDispatch.Floating(context.Input(0).DType, new Visitor(context, toHsv: true));

    public static Action? HSVToRGB(KernelContext context) =>
        DTypeDispatch.Floating(context.Input(0).DType, new Visitor(context, toHsv: false));

    private sealed class Visitor(KernelContext context, bool toHsv) : IFloatVisitor
    {
        private readonly Slot input = context.Input(0),
            output = context.Output();

        public Action? Visit<T>()
            where T : unmanaged, IFloatingPointIeee754<T>, IMinMaxValue<T>
        {
            Action<long, long> body = Run<T>;
            return () => Threads.For(input.Count / 3, Grain, body);
        }

        private void Run<T>(long begin, long end)
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            for (long at = begin * 3; at < end * 3; at += 3)
            {
                T* x = (T*)input.Pointer + at;
                T* y = (T*)output.Pointer + at;
                (y[0], y[1], y[2]) = toHsv ? ToHsv(x[0], x[1], x[2]) : ToRgb(x[0], x[1], x[2]);
            }
        }

        private static (T Hue, T Saturation, T Value) ToHsv<T>(T red, T green, T blue)
            where T : IFloatingPointIeee754<T>
        {
            var value = T.Max(red, T.Max(green, blue));
            var range = value - T.Min(red, T.Min(green, blue));
            var saturation = value > T.Zero ? range / value : T.Zero;
            var six = T.CreateTruncating(6);
            var hue =
                range <= T.Zero ? T.Zero
                : red == value ? (green - blue) / (six * range)
                : green == value ? (blue - red) / (six * range) + T.CreateTruncating(2.0 / 6)
                : (red - green) / (six * range) + T.CreateTruncating(4.0 / 6);
            return (hue < T.Zero ? hue + T.One : hue, saturation, value);
        }

        private static (T Red, T Green, T Blue) ToRgb<T>(T hue, T saturation, T value)
            where T : IFloatingPointIeee754<T>
        {
            var sector = hue * T.CreateTruncating(6);
            var two = T.CreateTruncating(2);
            var red = T.Abs(sector - T.CreateTruncating(3)) - T.One;
            var green = two - T.Abs(sector - two);
            var blue = two - T.Abs(sector - T.CreateTruncating(4));
            return (Mix(red), Mix(green), Mix(blue));

            T Mix(T shade) => (T.One - saturation + saturation * T.Clamp(shade, T.Zero, T.One)) * value;
        }
    }
}
