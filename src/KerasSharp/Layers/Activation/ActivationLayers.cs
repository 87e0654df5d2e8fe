using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>The layers of the family Activation.</summary>
internal static class ActivationLayers
{
    public static IReadOnlyList<(string Name, Func<Config, Layer> Read)> All =>
        [
            ("Activation", Activation.Read),
            ("ReLU", ReLU.Read),
            ("LeakyReLU", LeakyReLU.Read),
            ("PReLU", PReLU.Read),
            ("ELU", ELU.Read),
            ("Softmax", Softmax.Read),
        ];
}
