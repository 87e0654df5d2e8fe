namespace KerasSharp.Gradients;

/// <summary>Gradients of the family Math.</summary>
internal static class MathGradients
{
    public static readonly IReadOnlyDictionary<string, GradientRule> Rules = new Dictionary<string, GradientRule> { ["MatMul"] = MatMulGradient.Rule };
}
