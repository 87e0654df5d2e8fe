using KerasSharp.Engines.Torch.Numerics;
using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Random;

/// <summary>StatelessShuffle: rows copied in a drawn order.</summary>
internal static unsafe class ShuffleKernel
{
    public static Action? Bind(KernelContext context)
    {
        var (value, output) = (context.Input(0), context.Output());
        var source = new PhiloxSource(context, 1, isSeed: false);
        if (output.Count == 0)
            return null;
        int rows = value.Shape.Rank == 0 ? 1 : checked((int)value.Shape[0]);
        long bytes = value.Bytes / rows;
        var order = context.Scratch(rows * sizeof(int));
        return () =>
        {
            var indices = new Span<int>((void*)order.Pointer, rows);
            PhiloxShuffle.Permutation(source.Read(), indices);
            for (int row = 0; row < rows; row++)
                NativeBlock.CopyShort((byte*)value.Pointer + indices[row] * bytes, (byte*)output.Pointer + row * bytes, bytes);
        };
    }
}
