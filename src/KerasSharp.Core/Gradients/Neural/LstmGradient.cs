using KerasSharp.Graphs;
using KerasSharp.Ops;

namespace KerasSharp.Gradients;

/// <summary>The gradient of the fused LSTM, itself one op. The stored gates are not an output to differentiate through.</summary>
internal static class LstmGradient
{
    public static IReadOnlyList<Tensor?> Rule(GradientContext context)
    {
        if (context.HasGradient(2))
            throw new NotSupportedException(
                $"{context.Operation.Name}: the gates of an Lstm are not differentiated; use its outputs h and c."
            );
        return Op.MakeMany(
            Op.LstmGradDefinition,
            [.. context.Operation.Inputs.Take(5), .. context.Operation.Outputs, context.Gradient(0), context.Gradient(1)],
            new Attributes { ["reverse"] = context.Attr<bool>("reverse") }
        );
    }
}
