namespace KerasSharp.Gradients;

/// <summary>The list of all families of gradient rules; a family lists its rules in its folder.</summary>
internal static class GradientFamilies
{
    public static IEnumerable<KeyValuePair<string, IReadOnlyDictionary<string, GradientRule>>> All =>
        [
            new("Arrays", ArrayGradients.Rules),
            new("Elementwise", UnaryGradients.Rules),
            new("Elementwise", BinaryGradients.Rules),
            new("Elementwise", SelectGradients.Rules),
            new("Math", MathGradients.Rules),
            new("Reduction", ReductionGradients.Rules),
            new("Neural", NeuralGradients.Rules),
            new("Random", RandomGradients.Rules),
            new("Image", ImageGradients.Rules),
            new("Control", ControlGradients.Rules),
        ];
}
