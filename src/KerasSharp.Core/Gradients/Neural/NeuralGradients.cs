namespace KerasSharp.Gradients;

/// <summary>Gradients of the family Neural.</summary>
internal static class NeuralGradients
{
    public static readonly IReadOnlyDictionary<string, GradientRule> Rules = new Dictionary<string, GradientRule> { ["Lstm"] = LstmGradient.Rule };
}
