using KerasSharp.Graphs;
using KerasSharp.Ops;

namespace KerasSharp.Engines.TensorFlow.Translation.Substitutes;

/// <summary>Blocks of pixels and channels with the channels first, done with the channels last: TensorFlow's CPU knows no other order.</summary>
internal static class ChannelsFirstBlocks
{
    public static Tensor? OfSpaceToDepth(Operation operation) => Of(operation, Op.SpaceToDepth);

    public static Tensor? OfDepthToSpace(Operation operation) => Of(operation, Op.DepthToSpace);

    private static Tensor? Of(Operation operation, Func<Tensor, int, string, string?, Tensor> apply)
    {
        if (operation.Attributes.Get<string>("data_format") != "NCHW")
            return null;
        var last = Op.Transpose(operation.Inputs[0], 0, 2, 3, 1);
        int size = (int)operation.Attributes.Get<long>("block_size");
        return Op.Transpose(apply(last, size, "NHWC", null), 0, 3, 1, 2);
    }
}
