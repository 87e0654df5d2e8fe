using KerasSharp.Engines.Torch.Native;
using KerasSharp.Engines.Torch.Numerics;
using KerasSharp.Engines.Torch.Plans;
using Buffer = KerasSharp.Engines.Torch.Plans.Buffer;

namespace KerasSharp.Engines.Torch.Kernels.Neural;

/// <summary>What libtorch returns of a convolution, made a value of the plan: without a copy where its channels are innermost.</summary>
internal sealed unsafe class ConvolutionResult(KernelContext context)
{
    private readonly Slot slot = context.Borrow(0);
    private readonly Buffer own = new(BufferKind.Owned, 0);

    /// <summary>Takes a result [batch, channels, spatial…] as the value [batch, spatial…, channels].</summary>
    public void Take(TensorHandle result)
    {
        if (Convolution.IsChannelsLast(result))
        {
            slot.Hold(result);
            return;
        }
        own.Own(slot.Bytes);
        CopyImages(result, own.Pointer, slot.DType);
        slot.Buffer.Pointer = own.Pointer;
    }

    /// <summary>Copies a result [batch, channels, spatial…] of any strides to memory [batch, spatial…, channels], and frees it.</summary>
    public static void CopyImages(TensorHandle result, nint target, DType dtype)
    {
        using (result)
        {
            int rank = result.Sizes.Length;
            Copy(result, target, dtype, [0, .. Enumerable.Range(2, rank - 2), 1]);
        }
    }

    /// <summary>Copies a filter [out, in, spatial…] of any strides to memory [spatial…, in, out].</summary>
    public static void CopyFilter(TensorHandle result, nint target, DType dtype)
    {
        int rank = result.Sizes.Length;
        Copy(result, target, dtype, [.. Enumerable.Range(2, rank - 2), 1, 0]);
    }

    private static void Copy(TensorHandle result, nint target, DType dtype, int[] order)
    {
        var sizes = new long[order.Length];
        var source = new long[order.Length];
        var dense = new long[order.Length];
        for (int i = 0; i < order.Length; i++)
            (sizes[i], source[i]) = (result.Sizes[order[i]], result.Strides[order[i]]);
        long step = 1;
        for (int i = order.Length - 1; i >= 0; step *= sizes[i], i--)
            dense[i] = step;
        var plan = StridedPlan.Create(sizes, source, dense);
        StridedCopy.Run(plan, (void*)result.DataPointer, (void*)target, dtype.Size());
    }
}
