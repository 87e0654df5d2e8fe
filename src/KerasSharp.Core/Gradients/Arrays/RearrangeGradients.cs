using KerasSharp.Ops;

namespace KerasSharp.Gradients;

/// <summary>Gradients of ops that only move elements, or pass them on.</summary>
internal static class RearrangeGradients
{
    public static readonly IReadOnlyDictionary<string, GradientRule> Rules = new Dictionary<string, GradientRule>
    {
        ["Squeeze"] = context => [Op.Reshape(context.Gradient(), Op.ShapeOf(context.Input(0)))],
        ["ExpandDims"] = context => [Op.Reshape(context.Gradient(), Op.ShapeOf(context.Input(0))), null],
        ["ReverseV2"] = context => [Op.ReverseV2(context.Gradient(), context.Input(1)), null],
        ["ReverseSequence"] = context =>
            [
                Op.ReverseSequence(
                    context.Gradient(),
                    context.Input(1),
                    (int)context.Attr<long>("seq_dim"),
                    (int)context.Attr<long>("batch_dim")
                ),
                null,
            ],
        ["Roll"] = context => [Op.Roll(context.Gradient(), Op.Neg(context.Input(1)), context.Input(2)), null, null],
        ["SpaceToDepth"] = context =>
            [Op.DepthToSpace(context.Gradient(), (int)context.Attr<long>("block_size"), context.Attr<string>("data_format"))],
        ["DepthToSpace"] = context =>
            [Op.SpaceToDepth(context.Gradient(), (int)context.Attr<long>("block_size"), context.Attr<string>("data_format"))],
        ["SpaceToBatchND"] = context => [Op.BatchToSpaceND(context.Gradient(), context.Input(1), context.Input(2)), null, null],
        ["BatchToSpaceND"] = context => [Op.SpaceToBatchND(context.Gradient(), context.Input(1), context.Input(2)), null, null],
        ["EnsureShape"] = context => [context.Gradient()],
        ["Snapshot"] = context => [context.Gradient()],
        ["CheckNumerics"] = context =>
            [Op.CheckNumerics(context.Gradient(), "Not a number (NaN) or infinity (Inf) values detected in gradient.")],
        ["PreventGradient"] = context =>
            throw new InvalidOperationException(
                $"{context.Operation.Name}: a gradient was asked for through PreventGradient. {context.Attr<string>("message")}"
            ),
        ["Select"] = context =>
            [
                null,
                Op.Select(context.Input(0), context.Gradient(), Op.ZerosLike(context.Gradient())),
                Op.Select(context.Input(0), Op.ZerosLike(context.Gradient()), context.Gradient()),
            ],
    };
}
