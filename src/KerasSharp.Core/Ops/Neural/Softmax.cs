using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    internal static readonly OpDefinition SoftmaxDefinition = new("Softmax(logits: T) -> softmax: T | T: type", InferSoftmax);

    internal static readonly OpDefinition LogSoftmaxDefinition = new("LogSoftmax(logits: T) -> logsoftmax: T | T: type", InferSoftmax);

    /// <summary>exp(x) / sum(exp(x)) along the last axis.</summary>
    public static Tensor Softmax(Tensor logits, string? name = null) => Make(SoftmaxDefinition, [logits], null, name);

    /// <summary>x - log(sum(exp(x))) along the last axis.</summary>
    public static Tensor LogSoftmax(Tensor logits, string? name = null) => Make(LogSoftmaxDefinition, [logits], null, name);

    private static Shape[] InferSoftmax(InferenceContext context) =>
        context.Shape(0) is { HasRank: true, Rank: 0 }
            ? throw new ShapeException("the logits must have a last axis, but they are a scalar")
            : [context.Shape(0)];
}
