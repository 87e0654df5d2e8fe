using KerasSharp.Graphs;
using KerasSharp.Ops;

namespace KerasSharp.Gradients;

/// <summary>
/// The gradient of the fused LSTM, itself one op. Only a gradient of second order asks for that of the stored gates: the LSTM is then
/// differentiated as the scan that it is.
/// </summary>
internal static class LstmGradient
{
    public static IReadOnlyList<Tensor?> Rule(GradientContext context) =>
        context.HasGradient(2)
            ? GradientBuilder.Through(
                LstmDecomposition.Forward(context.Operation),
                context.Operation.Inputs,
                [context.Gradient(0), context.Gradient(1), context.Gradient(2)]
            )
            : Op.MakeMany(
                Op.LstmGradDefinition,
                [.. context.Operation.Inputs.Take(5), .. context.Operation.Outputs, context.Gradient(0), context.Gradient(1)],
                new Attributes { ["reverse"] = context.Attr<bool>("reverse") }
            );
}
