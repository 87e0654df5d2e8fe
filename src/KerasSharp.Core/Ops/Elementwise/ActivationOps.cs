using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    /// <summary>Activations of one element.</summary>
    internal static readonly Dictionary<string, OpDefinition> ActivationDefinitions = Table(
        name => new OpDefinition($"{name}(features: T) -> activations: T | T: type", ShapeRules.SameAsFirst),
        ["Relu", "Relu6", "Elu", "Selu", "Softplus", "Softsign"]
    );

    /// <summary>max(x, 0).</summary>
    public static Tensor Relu(Tensor features, string? name = null) => Make(ActivationDefinitions["Relu"], [features], null, name);

    /// <summary>min(max(x, 0), 6).</summary>
    public static Tensor Relu6(Tensor features, string? name = null) => Make(ActivationDefinitions["Relu6"], [features], null, name);

    /// <summary>x where positive, else exp(x) - 1.</summary>
    public static Tensor Elu(Tensor features, string? name = null) => Make(ActivationDefinitions["Elu"], [features], null, name);

    /// <summary>The self-normalizing unit of Klambauer et al. 2017.</summary>
    public static Tensor Selu(Tensor features, string? name = null) => Make(ActivationDefinitions["Selu"], [features], null, name);

    /// <summary>log(1 + exp(x)).</summary>
    public static Tensor Softplus(Tensor features, string? name = null) => Make(ActivationDefinitions["Softplus"], [features], null, name);

    /// <summary>x / (1 + |x|).</summary>
    public static Tensor Softsign(Tensor features, string? name = null) => Make(ActivationDefinitions["Softsign"], [features], null, name);
}
