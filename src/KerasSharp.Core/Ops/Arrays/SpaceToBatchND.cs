using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    internal static readonly OpDefinition SpaceToBatchNDDefinition = new(
        "SpaceToBatchND(input: T, block_shape: Tblock_shape, paddings: Tpaddings) -> output: T | T: type, Tblock_shape: type = int32, Tpaddings: type = int32",
        context => InferBatchBlocks(context, toBatch: true)
    );

    internal static readonly OpDefinition BatchToSpaceNDDefinition = new(
        "BatchToSpaceND(input: T, block_shape: Tblock_shape, crops: Tcrops) -> output: T | T: type, Tblock_shape: type = int32, Tcrops: type = int32",
        context => InferBatchBlocks(context, toBatch: false)
    );

    /// <summary>Blocks of the axes after the batch moved into the batch, after zero padding.</summary>
    /// <param name="input">The tensor, batch first.</param>
    /// <param name="blockShape">The lengths of a block, for the M axes after the batch.</param>
    /// <param name="paddings">[M, 2]: zeros before and after each of them; the padded lengths are multiples of the block's.</param>
    /// <param name="name">A name hint.</param>
    public static Tensor SpaceToBatchND(Tensor input, Tensor blockShape, Tensor paddings, string? name = null) =>
        Make(SpaceToBatchNDDefinition, [input, blockShape, paddings], null, name);

    /// <summary>The batch moved into blocks of the axes after it, then cropped: the inverse of <see cref="SpaceToBatchND"/>.</summary>
    public static Tensor BatchToSpaceND(Tensor input, Tensor blockShape, Tensor crops, string? name = null) =>
        Make(BatchToSpaceNDDefinition, [input, blockShape, crops], null, name);

    private static Shape[] InferBatchBlocks(InferenceContext context, bool toBatch)
    {
        var shape = context.Shape(0);
        if (!shape.HasRank)
            return [Shape.Unknown];
        if (context.Ints(1) is not { } block || context.Ints(2) is not { } margins)
            return [Shape.OfRank(shape.Rank)];
        if (margins.Length != 2 * block.Length || shape.Rank <= block.Length || Array.Exists(block, length => length < 1))
            throw new ShapeException($"a block of {block.Length} lengths and {margins.Length} margins do not fit the shape {shape}");
        long product = block.Aggregate(1L, (x, y) => x * y);
        var result = shape.With(0, toBatch ? Times(shape[0], product) : Over(shape, 0, product));
        for (int i = 0; i < block.Length; i++)
        {
            long margin = margins[2 * i] + margins[(2 * i) + 1];
            long length = shape[i + 1];
            result = result.With(
                i + 1,
                length < 0 ? -1
                    : toBatch ? Over(shape.With(i + 1, length + margin), i + 1, block[i])
                    : (length * block[i]) - margin
            );
        }
        return [result];
    }
}
