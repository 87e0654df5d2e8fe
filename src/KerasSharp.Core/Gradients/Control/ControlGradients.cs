namespace KerasSharp.Gradients;

/// <summary>Gradients of the family Control.</summary>
internal static class ControlGradients
{
    public static readonly IReadOnlyDictionary<string, GradientRule> Rules = new Dictionary<string, GradientRule>
    {
        ["Identity"] = context => [context.Gradient()],
        ["Scan"] = ScanGradient.Rule,
        ["IdentityN"] = context => [.. Enumerable.Range(0, context.InputCount).Select(context.Gradient)],
    };
}
