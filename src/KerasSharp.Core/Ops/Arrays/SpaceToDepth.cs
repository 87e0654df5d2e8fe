using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    internal static readonly OpDefinition SpaceToDepthDefinition = new(
        "SpaceToDepth(input: T) -> output: T | T: type, block_size: int, data_format: string = \"NHWC\"",
        context => [InferBlocks(context, toDepth: true)]
    );

    internal static readonly OpDefinition DepthToSpaceDefinition = new(
        "DepthToSpace(input: T) -> output: T | T: type, block_size: int, data_format: string = \"NHWC\"",
        context => [InferBlocks(context, toDepth: false)]
    );

    /// <summary>Blocks of height and width moved into the channels.</summary>
    /// <param name="input">Images of rank 4 whose height and width are multiples of the block size.</param>
    /// <param name="blockSize">The length of a block's sides, 2 or more.</param>
    /// <param name="dataFormat">NHWC or NCHW.</param>
    /// <param name="name">A name hint.</param>
    public static Tensor SpaceToDepth(Tensor input, int blockSize, string dataFormat = "NHWC", string? name = null) =>
        Make(SpaceToDepthDefinition, [input], new Attributes { ["block_size"] = blockSize, ["data_format"] = dataFormat }, name);

    /// <summary>Channels moved into blocks of height and width: the inverse of <see cref="SpaceToDepth"/>.</summary>
    public static Tensor DepthToSpace(Tensor input, int blockSize, string dataFormat = "NHWC", string? name = null) =>
        Make(DepthToSpaceDefinition, [input], new Attributes { ["block_size"] = blockSize, ["data_format"] = dataFormat }, name);

    private static Shape InferBlocks(InferenceContext context, bool toDepth)
    {
        var shape = context.WithRank(0, 4);
        long block = context.Attr<long>("block_size");
        var (channels, height) = context.Attr<string>("data_format") switch
        {
            "NHWC" => (3, 1),
            "NCHW" => (1, 2),
            var other => throw new ShapeException($"data_format must be NHWC or NCHW, not {other}"),
        };
        var result = shape.With(channels, toDepth ? Times(shape[channels], block * block) : Over(shape, channels, block * block));
        foreach (int axis in (int[])[height, height + 1])
            result = result.With(axis, toDepth ? Over(shape, axis, block) : Times(shape[axis], block));
        return result;
    }

    private static long Times(long length, long factor) => length < 0 ? -1 : length * factor;

    private static long Over(Shape shape, int axis, long divisor) =>
        shape[axis] < 0 ? -1
        : shape[axis] % divisor == 0 ? shape[axis] / divisor
        : throw new ShapeException($"axis {axis} of shape {shape} is not a multiple of {divisor}");
}
