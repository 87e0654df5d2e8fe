using KerasSharp.Ops;
using static KerasSharp.Ops.Op;
using static KerasSharp.Testing.Gradients.Argument;

namespace KerasSharp.Testing.Gradients;

/// <summary>Convolutions and dilations.</summary>
internal static class ConvolutionRows
{
    private static readonly long[] One = [1, 1, 1, 1];
    private static readonly long[] Two = [1, 2, 2, 1];
    private static readonly long[] Padded = [0, 0, 1, 0, 1, 2, 0, 0];
    private static readonly long[] Unit = [1, 1, 1, 1, 1];
    private static readonly long[] Skip = [1, 1, 2, 2, 1];

    public static IEnumerable<GradientRow> Rows =>
        [
            .. Planes.InBothTypes(),
            .. Channels.InBothTypes(),
            .. Volumes.InBothTypes(),
            .. Dilations.With(row => row with { SecondOrder = SecondOrder.Refused }),
        ];

    private static GradientRows Planes =>
        new()
        {
            { "Conv2D", "VALID", [In(2, 3, 4, 2), In(2, 2, 2, 3)], x => Conv2D(x[0], x[1], One, "VALID") },
            { "Conv2D", "SAME, strides", [In(1, 4, 3, 2), In(3, 2, 2, 1)], x => Conv2D(x[0], x[1], Two, "SAME") },
            { "Conv2D", "explicit paddings", [In(1, 3, 3, 1), In(2, 2, 1, 2)], x => Conv2D(x[0], x[1], Two, "EXPLICIT", Padded) },
            { "Conv2D", "dilations", [In(1, 4, 5, 1), In(2, 2, 1, 2)], x => Conv2D(x[0], x[1], One, "SAME", null, "NHWC", Two) },
            { "Conv2D", "groups", [In(1, 3, 3, 4), In(2, 2, 2, 2)], x => Conv2D(x[0], x[1], One, "VALID") },
            {
                "Conv2DBackpropInput",
                "SAME, strides",
                [In(3, 2, 2, 1), In(1, 2, 2, 1)],
                x => Conv2DBackpropInput(Ints(1, 4, 3, 2), x[0], x[1], Two, "SAME")
            },
            {
                "Conv2DBackpropInput",
                "dilations",
                [In(2, 2, 1, 2), In(1, 2, 3, 2)],
                x => Conv2DBackpropInput(Ints(1, 4, 5, 1), x[0], x[1], One, "VALID", null, "NHWC", Two)
            },
            {
                "Conv2DBackpropFilter",
                "SAME, strides",
                [In(1, 4, 3, 2), In(1, 2, 2, 1)],
                x => Conv2DBackpropFilter(x[0], Ints(3, 2, 2, 1), x[1], Two, "SAME")
            },
            {
                "Conv2DBackpropFilter",
                "dilations",
                [In(1, 4, 5, 1), In(1, 2, 3, 2)],
                x => Conv2DBackpropFilter(x[0], Ints(2, 2, 1, 2), x[1], One, "VALID", null, "NHWC", Two)
            },
        };

    private static GradientRows Channels =>
        new()
        {
            { "DepthwiseConv2dNative", "VALID", [In(1, 3, 4, 2), In(2, 2, 2, 2)], x => DepthwiseConv2dNative(x[0], x[1], One, "VALID") },
            {
                "DepthwiseConv2dNative",
                "SAME, strides",
                [In(1, 4, 3, 2), In(3, 2, 2, 1)],
                x => DepthwiseConv2dNative(x[0], x[1], Two, "SAME")
            },
            {
                "DepthwiseConv2dNative",
                "explicit paddings",
                [In(1, 3, 3, 1), In(2, 2, 1, 2)],
                x => DepthwiseConv2dNative(x[0], x[1], Two, "EXPLICIT", Padded)
            },
            {
                "DepthwiseConv2dNative",
                "dilations",
                [In(1, 4, 5, 1), In(2, 2, 1, 2)],
                x => DepthwiseConv2dNative(x[0], x[1], One, "SAME", null, "NHWC", Two)
            },
            {
                "DepthwiseConv2dNativeBackpropInput",
                [In(3, 2, 2, 1), In(1, 2, 2, 2)],
                x => DepthwiseConv2dNativeBackpropInput(Ints(1, 4, 3, 2), x[0], x[1], Two, "SAME")
            },
            {
                "DepthwiseConv2dNativeBackpropFilter",
                [In(1, 4, 3, 2), In(1, 2, 2, 2)],
                x => DepthwiseConv2dNativeBackpropFilter(x[0], Ints(3, 2, 2, 1), x[1], Two, "SAME")
            },
        };

    private static GradientRows Volumes =>
        new()
        {
            { "Conv3D", "VALID", [In(1, 2, 3, 3, 2), In(2, 2, 2, 2, 1)], x => Conv3D(x[0], x[1], Unit, "VALID") },
            { "Conv3D", "SAME, strides", [In(1, 2, 3, 3, 1), In(2, 2, 2, 1, 2)], x => Conv3D(x[0], x[1], Skip, "SAME") },
            {
                "Conv3DBackpropInputV2",
                [In(2, 2, 2, 1, 2), In(1, 2, 2, 2, 2)],
                x => Conv3DBackpropInputV2(Ints(1, 2, 3, 3, 1), x[0], x[1], Skip, "SAME")
            },
            {
                "Conv3DBackpropFilterV2",
                [In(1, 2, 3, 3, 1), In(1, 2, 2, 2, 2)],
                x => Conv3DBackpropFilterV2(x[0], Ints(2, 2, 2, 1, 2), x[1], Skip, "SAME")
            },
        };

    private static GradientRows Dilations =>
        new()
        {
            { "Dilation2D", "VALID", [In(1, 3, 4, 2), In(2, 2, 2)], x => Dilation2D(x[0], x[1], One, One, "VALID") },
            { "Dilation2D", "SAME, strides, rates", [In(1, 4, 5, 1), In(2, 2, 1)], x => Dilation2D(x[0], x[1], Two, Two, "SAME") },
        };
}
