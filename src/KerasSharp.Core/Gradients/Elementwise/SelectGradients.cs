using KerasSharp.Ops;

namespace KerasSharp.Gradients;

/// <summary>Gradients of elementwise ops that choose between inputs or add any number of them.</summary>
internal static class SelectGradients
{
    public static readonly IReadOnlyDictionary<string, GradientRule> Rules = new Dictionary<string, GradientRule>
    {
        ["SelectV2"] = context =>
        {
            var zeros = Op.ZerosLike(context.Gradient());
            return
            [
                null,
                Op.SelectV2(context.Input(0), context.Gradient(), zeros),
                Op.SelectV2(context.Input(0), zeros, context.Gradient()),
            ];
        },
        ["AddN"] = context => [.. Enumerable.Repeat(context.Gradient(), context.InputCount)],
    };
}
