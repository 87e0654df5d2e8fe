using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    internal static readonly OpDefinition CropAndResizeDefinition = new(
        "CropAndResize(image: T, boxes: float32, box_ind: int32, crop_size: int32) -> crops: float32 | "
            + "T: type, method: string = \"bilinear\", extrapolation_value: float = 0.0",
        context =>
        {
            var size = context.Ints(3) is [var height, var width] ? (height, width) : (-1, -1);
            return [Shape.Of(BoxCount(context, 1), size.Item1, size.Item2, context.WithRank(0, 4)[3])];
        }
    );

    internal static readonly OpDefinition CropAndResizeGradImageDefinition = new(
        "CropAndResizeGradImage(grads: float32, boxes: float32, box_ind: int32, image_size: int32) -> output: T | "
            + "T: type, method: string = \"bilinear\"",
        context =>
        {
            BoxCount(context, 1);
            var shape = ShapeRules.FromInts(context, 3);
            return [shape.HasRank ? shape : Shape.OfRank(4)];
        }
    );

    internal static readonly OpDefinition CropAndResizeGradBoxesDefinition = new(
        "CropAndResizeGradBoxes(grads: float32, image: T, boxes: float32, box_ind: int32) -> output: float32 | "
            + "T: type, method: string = \"bilinear\"",
        context => [Shape.Of(BoxCount(context, 2), 4)]
    );

    /// <summary>Cuts boxes out of images and resizes each to one size, with corners aligned.</summary>
    /// <param name="image">[batch, height, width, channels].</param>
    /// <param name="boxes">[boxes, 4]: y1, x1, y2, x2, where 0 is the first and 1 the last row or column.</param>
    /// <param name="boxInd">Of each box the image, int32.</param>
    /// <param name="cropSize">Height and width of the crops, two 32-bit integers.</param>
    /// <param name="method">bilinear or nearest.</param>
    /// <param name="extrapolationValue">The value outside the image.</param>
    /// <param name="name">A name hint.</param>
    public static Tensor CropAndResize(
        Tensor image,
        Tensor boxes,
        Tensor boxInd,
        Tensor cropSize,
        string method = "bilinear",
        double extrapolationValue = 0,
        string? name = null
    ) =>
        Make(
            CropAndResizeDefinition,
            [image, boxes, boxInd, cropSize],
            new Attributes { ["method"] = method, ["extrapolation_value"] = extrapolationValue },
            name
        );

    /// <summary>The gradient of <see cref="CropAndResize"/> for images of a type and the shape imageSize (four 32-bit integers).</summary>
    public static Tensor CropAndResizeGradImage(
        Tensor grads,
        Tensor boxes,
        Tensor boxInd,
        Tensor imageSize,
        DType dtype,
        string method = "bilinear",
        string? name = null
    ) =>
        Make(
            CropAndResizeGradImageDefinition,
            [grads, boxes, boxInd, imageSize],
            new Attributes { ["T"] = dtype, ["method"] = method },
            name
        );

    /// <summary>The gradient of <see cref="CropAndResize"/> (bilinear) for the boxes.</summary>
    public static Tensor CropAndResizeGradBoxes(Tensor grads, Tensor image, Tensor boxes, Tensor boxInd, string? name = null) =>
        Make(CropAndResizeGradBoxesDefinition, [grads, image, boxes, boxInd], null, name);

    private static long BoxCount(InferenceContext context, int index)
    {
        var boxes = context.WithRank(index, 2);
        ShapeRules.MergeDim(boxes[1], 4, "the length of a box and 4");
        return ShapeRules.MergeDim(boxes[0], context.WithRank(index + 1, 1)[0], "the numbers of boxes and of image indices");
    }
}
