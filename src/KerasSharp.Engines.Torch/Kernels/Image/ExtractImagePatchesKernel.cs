using System.Runtime.InteropServices;
using KerasSharp.Engines.Torch.Native;
using KerasSharp.Engines.Torch.Numerics;
using KerasSharp.Engines.Torch.Plans;
using KerasSharp.Ops;

namespace KerasSharp.Engines.Torch.Kernels.Image;

/// <summary>ExtractImagePatches: pixels copied to their places, zeros outside the image.</summary>
internal static unsafe class ExtractImagePatchesKernel
{
    private const long Grain = 1 << 13;

    public static Action? Bind(KernelContext context)
    {
        var (images, output) = (context.Input(0), context.Output());
        if (output.Count == 0)
            return null;
        var windows = Windows.OfPatches(images.Shape, context.Operation.Attributes);
        var (rows, columns) = (windows[0], windows[1]);
        long pixel = images.Shape[3] * images.DType.Size();
        Action<long, long> body = (begin, end) =>
        {
            byte* target = (byte*)output.Pointer + begin * rows.Kernel * columns.Kernel * pixel;
            for (long patch = begin; patch < end; patch++)
            for (long tap = 0; tap < rows.Kernel * columns.Kernel; tap++, target += pixel)
            {
                long y = patch / columns.Output % rows.Output * rows.Stride - rows.Before + tap / columns.Kernel * rows.Dilation;
                long x = patch % columns.Output * columns.Stride - columns.Before + tap % columns.Kernel * columns.Dilation;
                if (y < 0 || y >= rows.Input || x < 0 || x >= columns.Input)
                {
                    NativeMemory.Clear(target, (nuint)pixel);
                    continue;
                }
                long at = (patch / (columns.Output * rows.Output) * rows.Input + y) * columns.Input + x;
                NativeBlock.CopyShort((byte*)images.Pointer + at * pixel, target, pixel);
            }
        };
        long count = images.Shape[0] * rows.Output * columns.Output;
        long grain = Math.Max(1, Grain * count / output.Count);
        return () => Threads.For(count, grain, body);
    }
}
