using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    internal static readonly OpDefinition ExtractImagePatchesDefinition = new(
        "ExtractImagePatches(images: T) -> patches: T | ksizes: list(int), strides: list(int), rates: list(int), T: type, padding: string",
        context =>
        {
            var images = context.WithRank(0, 4);
            var windows = Windows.OfPatches(images, context.Attributes);
            long depth = images[3] < 0 ? -1 : images[3] * windows[0].Kernel * windows[1].Kernel;
            return [Shape.Of(images[0], windows[0].Output, windows[1].Output, depth)];
        }
    );

    /// <summary>The patches under a window that slides over images, each laid out along the channels: row, column, channel.</summary>
    /// <param name="images">[batch, height, width, channels].</param>
    /// <param name="ksizes">The window, four lengths; 1 for batch and channels.</param>
    /// <param name="strides">Four steps from one patch to the next.</param>
    /// <param name="rates">Four steps between the pixels of a patch.</param>
    /// <param name="padding">SAME (with zeros) or VALID.</param>
    /// <param name="name">A name hint.</param>
    public static Tensor ExtractImagePatches(
        Tensor images,
        long[] ksizes,
        long[] strides,
        long[] rates,
        string padding,
        string? name = null
    ) =>
        Make(
            ExtractImagePatchesDefinition,
            [images],
            new Attributes
            {
                ["ksizes"] = ksizes,
                ["strides"] = strides,
                ["rates"] = rates,
                ["padding"] = padding,
            },
            name
        );
}
