using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    internal static readonly OpDefinition LeakyReluDefinition = new(
        "LeakyRelu(features: T) -> activations: T | alpha: float = 0.2, T: type = float32",
        ShapeRules.SameAsFirst
    );

    internal static readonly OpDefinition LeakyReluGradDefinition = new(
        "LeakyReluGrad(gradients: T, features: T) -> backprops: T | alpha: float = 0.2, T: type = float32",
        ShapeRules.MergeAll
    );

    /// <summary>x where positive, else alpha · x.</summary>
    public static Tensor LeakyRelu(Tensor features, double alpha = 0.2, string? name = null) =>
        Make(LeakyReluDefinition, [features], new Attributes { ["alpha"] = alpha }, name);

    /// <summary>The gradient of <see cref="LeakyRelu"/>: the gradients times its slope at the features.</summary>
    public static Tensor LeakyReluGrad(Tensor gradients, Tensor features, double alpha = 0.2, string? name = null) =>
        Make(LeakyReluGradDefinition, [gradients, features], new Attributes { ["alpha"] = alpha }, name);
}
