using KerasSharp.Ops;
using static KerasSharp.Ops.Op;
using static KerasSharp.Testing.Gradients.Argument;

namespace KerasSharp.Testing.Gradients;

/// <summary>Resizing, cropping, colours: ops of float32 only.</summary>
internal static class ImageRows
{
    public static IEnumerable<GradientRow> Rows =>
        Smooth
            .Concat(Boxes.With(row => row with { SecondOrder = SecondOrder.Refused }))
            .Concat(Patches.With(row => row with { TakesUnknownShapes = false }))
            .Select(row => row with { DType = DType.Float32 });

    private static GradientRows Smooth =>
        [
            .. Resize("ResizeNearestNeighbor"),
            .. Resize("ResizeBilinear"),
            .. Resize("ResizeBicubic"),
            .. ResizeBack("ResizeBilinearGrad"),
            .. ResizeBack("ResizeBicubicGrad"),
            new("ResizeNearestNeighborGrad", "", [In(1, 4, 5, 1)], x => [ResizeNearestNeighborGrad(x[0], Ints(3, 2))]),
            new(
                "ResizeNearestNeighborGrad",
                "half pixels",
                [In(1, 4, 5, 1)],
                x => [ResizeNearestNeighborGrad(x[0], Ints(3, 2), false, true)]
            ),
            new("CropAndResize", "nearest", [In(2, 4, 4, 1)], x => [CropAndResize(x[0], SomeBoxes, Ints(1, 0), Ints(2, 3), "nearest")]),
            new("AdjustContrastv2", "", [In(2, 2, 3, 2), Within(0.5, 2)], x => [AdjustContrastv2(x[0], x[1])]),
            new("RGBToHSV", "red above green", [Colour(0.8), Colour(0.5), Colour(0.2)], x => [RGBToHSV(ConcatV2(x, -1))]),
            new("RGBToHSV", "green above blue", [Colour(0.2), Colour(0.8), Colour(0.5)], x => [RGBToHSV(ConcatV2(x, -1))]),
            new("RGBToHSV", "blue above red", [Colour(0.5), Colour(0.2), Colour(0.8)], x => [RGBToHSV(ConcatV2(x, -1))]),
        ];

    /// <summary>Boxes whose samples fall between the pixels.</summary>
    private static GradientRows Boxes =>
        new()
        {
            {
                "CropAndResize",
                "bilinear",
                [In(2, 4, 4, 1), Within(0.06, 0.12, 2, 2), Within(0.7, 0.76, 2, 2)],
                x => CropAndResize(x[0], ConcatV2([x[1], x[2]], 1), Ints(1, 0), Ints(2, 2))
            },
            {
                "CropAndResizeGradImage",
                [In(2, 2, 2, 1), Within(0.06, 0.12, 2, 2), Within(0.7, 0.76, 2, 2)],
                x => CropAndResizeGradImage(x[0], ConcatV2([x[1], x[2]], 1), Ints(1, 0), Ints(2, 4, 4, 1), DType.Float32)
            },
        };

    private static GradientRows Patches =>
        new()
        {
            {
                "ExtractImagePatches",
                "VALID",
                [In(1, 3, 4, 2)],
                x => ExtractImagePatches(x[0], [1, 2, 2, 1], [1, 1, 2, 1], [1, 1, 1, 1], "VALID")
            },
            {
                "ExtractImagePatches",
                "SAME, rates",
                [In(1, 4, 4, 1)],
                x => ExtractImagePatches(x[0], [1, 2, 2, 1], [1, 1, 1, 1], [1, 2, 2, 1], "SAME")
            },
        };

    private static Tensor SomeBoxes => Constant(TensorValue.From<float>(Shape.Of(2, 4), [0.1f, 0.2f, 0.8f, 0.9f, 0, 0.3f, 1, 0.7f]));

    private static Argument Colour(double level) => Within(level - 0.05, level + 0.05, 2, 1);

    private static GradientRows Resize(string op) =>
        [
            new(op, "smaller", [In(1, 4, 5, 1)], x => Apply(op, [x[0], Ints(2, 3)])),
            new(op, "larger, half pixels", [In(1, 3, 2, 2)], x => Apply(op, [x[0], Ints(4, 5)], new() { ["half_pixel_centers"] = true })),
            new(op, "aligned corners", [In(1, 3, 2, 1)], x => Apply(op, [x[0], Ints(5, 3)], new() { ["align_corners"] = true })),
        ];

    private static GradientRows ResizeBack(string op) =>
        [
            new(op, "", [In(1, 4, 5, 1)], x => Apply(op, [x[0], Image])),
            new(op, "half pixels", [In(1, 4, 5, 1)], x => Apply(op, [x[0], Image], new() { ["half_pixel_centers"] = true })),
            new(op, "aligned corners", [In(1, 4, 5, 1)], x => Apply(op, [x[0], Image], new() { ["align_corners"] = true })),
        ];

    private static Tensor Image => Constant(TensorValue.Filled(Shape.Of(1, 3, 2, 1), 0.5, DType.Float32));
}
