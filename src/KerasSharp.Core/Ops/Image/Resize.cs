using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    private const string ResizeAttributes = "T: type, align_corners: bool = false, half_pixel_centers: bool = false";

    /// <summary>Resizing of images and its gradients.</summary>
    internal static readonly Dictionary<string, OpDefinition> ResizeDefinitions = Table([
        new($"ResizeNearestNeighbor(images: T, size: int32) -> resized_images: T | {ResizeAttributes}", InferResize),
        new($"ResizeBilinear(images: T, size: int32) -> resized_images: float32 | {ResizeAttributes}", InferResize),
        new($"ResizeBicubic(images: T, size: int32) -> resized_images: float32 | {ResizeAttributes}", InferResize),
        new($"ResizeNearestNeighborGrad(grads: T, size: int32) -> output: T | {ResizeAttributes}", InferResize),
        new($"ResizeBilinearGrad(grads: float32, original_image: T) -> output: T | {ResizeAttributes}", InferResizeGrad),
        new($"ResizeBicubicGrad(grads: float32, original_image: T) -> output: T | {ResizeAttributes}", InferResizeGrad),
    ]);

    /// <summary>Resizes images, each pixel taken from the nearest one.</summary>
    /// <param name="images">[batch, height, width, channels].</param>
    /// <param name="size">The new height and width, two 32-bit integers.</param>
    /// <param name="alignCorners">Whether the centres of the corner pixels stay where they are.</param>
    /// <param name="halfPixelCenters">Whether pixels are taken to have their centres at halves; not with alignCorners.</param>
    /// <param name="name">A name hint.</param>
    public static Tensor ResizeNearestNeighbor(
        Tensor images,
        Tensor size,
        bool alignCorners = false,
        bool halfPixelCenters = false,
        string? name = null
    ) => Resize("ResizeNearestNeighbor", images, size, alignCorners, halfPixelCenters, name);

    /// <summary>Resizes images, each pixel interpolated between four, as float32. Arguments as for <see cref="ResizeNearestNeighbor"/>.</summary>
    public static Tensor ResizeBilinear(
        Tensor images,
        Tensor size,
        bool alignCorners = false,
        bool halfPixelCenters = false,
        string? name = null
    ) => Resize("ResizeBilinear", images, size, alignCorners, halfPixelCenters, name);

    /// <summary>Resizes images by cubic convolution over sixteen pixels, as float32. Arguments as for <see cref="ResizeNearestNeighbor"/>.</summary>
    public static Tensor ResizeBicubic(
        Tensor images,
        Tensor size,
        bool alignCorners = false,
        bool halfPixelCenters = false,
        string? name = null
    ) => Resize("ResizeBicubic", images, size, alignCorners, halfPixelCenters, name);

    /// <summary>The gradient of <see cref="ResizeNearestNeighbor"/>; size is that of the images.</summary>
    public static Tensor ResizeNearestNeighborGrad(
        Tensor grads,
        Tensor size,
        bool alignCorners = false,
        bool halfPixelCenters = false,
        string? name = null
    ) => Resize("ResizeNearestNeighborGrad", grads, size, alignCorners, halfPixelCenters, name);

    /// <summary>The gradient of <see cref="ResizeBilinear"/> for images like the original.</summary>
    public static Tensor ResizeBilinearGrad(
        Tensor grads,
        Tensor originalImage,
        bool alignCorners = false,
        bool halfPixelCenters = false,
        string? name = null
    ) => Resize("ResizeBilinearGrad", grads, originalImage, alignCorners, halfPixelCenters, name);

    /// <summary>The gradient of <see cref="ResizeBicubic"/> for images like the original.</summary>
    public static Tensor ResizeBicubicGrad(
        Tensor grads,
        Tensor originalImage,
        bool alignCorners = false,
        bool halfPixelCenters = false,
        string? name = null
    ) => Resize("ResizeBicubicGrad", grads, originalImage, alignCorners, halfPixelCenters, name);

    private static Tensor Resize(string op, Tensor x, Tensor other, bool alignCorners, bool halfPixelCenters, string? name) =>
        Make(
            ResizeDefinitions[op],
            [x, other],
            new Attributes { ["align_corners"] = alignCorners, ["half_pixel_centers"] = halfPixelCenters },
            name
        );

    private static Shape[] InferResize(InferenceContext context)
    {
        CheckCenters(context);
        var images = context.WithRank(0, 4);
        if (context.Ints(1) is not [var height, var width])
            return [images.With(1, -1).With(2, -1)];
        if (height == 0 || width == 0)
            throw new ShapeException($"the new size must be positive, but it is ({height}, {width})");
        return [images.With(1, height).With(2, width)];
    }

    private static Shape[] InferResizeGrad(InferenceContext context)
    {
        CheckCenters(context);
        context.WithRank(0, 4);
        return [context.WithRank(1, 4)];
    }

    private static void CheckCenters(InferenceContext context)
    {
        if (context.Attr<bool>("align_corners") && context.Attr<bool>("half_pixel_centers"))
            throw new ShapeException("align_corners and half_pixel_centers exclude each other");
    }
}
