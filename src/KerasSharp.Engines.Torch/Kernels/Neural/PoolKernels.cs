using KerasSharp.Engines.Torch.Numerics;
using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Neural;

/// <summary>The kernels of pooling over images and volumes with channels last.</summary>
internal static class PoolKernels
{
    public static readonly IReadOnlyDictionary<string, KernelBinder> Kernels = new Dictionary<string, KernelBinder>
    {
        ["MaxPool"] = MaxPoolKernels.Forward,
        ["MaxPoolV2"] = MaxPoolKernels.Forward,
        ["MaxPool3D"] = MaxPoolKernels.Forward,
        ["MaxPoolGrad"] = MaxPoolKernels.Gradient,
        ["MaxPoolGradV2"] = MaxPoolKernels.Gradient,
        ["MaxPool3DGrad"] = MaxPoolKernels.Gradient,
        ["MaxPoolGradGrad"] = MaxPoolKernels.SecondGradient,
        ["MaxPoolGradGradV2"] = MaxPoolKernels.SecondGradient,
        ["MaxPool3DGradGrad"] = MaxPoolKernels.SecondGradient,
        ["MaxPoolWithArgmax"] = MaxPoolArgmaxKernels.Forward,
        ["MaxPoolGradWithArgmax"] = MaxPoolArgmaxKernels.Gradient,
        ["MaxPoolGradGradWithArgmax"] = MaxPoolArgmaxKernels.SecondGradient,
        ["AvgPool"] = AvgPoolKernels.Forward,
        ["AvgPool3D"] = AvgPoolKernels.Forward,
        ["AvgPoolGrad"] = AvgPoolKernels.Gradient,
        ["AvgPool3DGrad"] = AvgPoolKernels.Gradient,
    };

    /// <summary>The fewest elements of input worth a thread of their own.</summary>
    public const long Grain = 1 << 14;

    /// <summary>The geometry of an op over an input shape; the window from attributes, or from two integer inputs.</summary>
    public static PoolGeometry Geometry(KernelContext context, Shape input, int ksizeInput = -1)
    {
        var attributes = context.Operation.Attributes;
        string padding = context.Attr<string>("padding");
        if (attributes.Get("data_format", "NHWC").StartsWith("NC", StringComparison.Ordinal))
            throw new NotSupportedException(
                $"{context.Operation.Name}: pooling on the CPU needs channels last. Use data_format NHWC, with Op.Transpose where the data is NCHW."
            );
        return PoolGeometryFactory.Create(
            Narrow(input.ToArray()),
            Narrow(ksizeInput < 0 ? context.Attr<long[]>("ksize") : context.Ints(ksizeInput)),
            Narrow(ksizeInput < 0 ? context.Attr<long[]>("strides") : context.Ints(ksizeInput + 1)),
            padding,
            padding == "EXPLICIT" ? Narrow(context.Attr<long[]>("explicit_paddings")) : default(ReadOnlySpan<int>)
        );
    }

    /// <summary>The least output rows worth a thread.</summary>
    public static long RowGrain(PoolGeometry geometry, Slot input) => Math.Max(1, Grain * geometry.Rows / Math.Max(1, input.Count));

    /// <summary>The least pictures worth a thread.</summary>
    public static long PictureGrain(PoolGeometry geometry) => Math.Max(1, Grain / Math.Max(1, geometry.InputStride));

    private static int[] Narrow(long[] values) => Array.ConvertAll(values, value => checked((int)value));
}
