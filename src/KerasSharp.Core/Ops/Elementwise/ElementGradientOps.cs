using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    /// <summary>The gradients of functions of one element, as ops of their own.</summary>
    internal static readonly Dictionary<string, OpDefinition> ElementGradientDefinitions = Table([
        new("SigmoidGrad(y: T, dy: T) -> z: T | T: type", ShapeRules.MergeAll),
        new("TanhGrad(y: T, dy: T) -> z: T | T: type", ShapeRules.MergeAll),
        new("SqrtGrad(y: T, dy: T) -> z: T | T: type", ShapeRules.MergeAll),
        new("RsqrtGrad(y: T, dy: T) -> z: T | T: type", ShapeRules.MergeAll),
        new("ReciprocalGrad(y: T, dy: T) -> z: T | T: type", ShapeRules.MergeAll),
        new("InvGrad(y: T, dy: T) -> z: T | T: type", ShapeRules.MergeAll),
        new("ReluGrad(gradients: T, features: T) -> backprops: T | T: type", ShapeRules.MergeAll),
        new("Relu6Grad(gradients: T, features: T) -> backprops: T | T: type", ShapeRules.MergeAll),
        new("EluGrad(gradients: T, outputs: T) -> backprops: T | T: type", ShapeRules.MergeAll),
        new("SeluGrad(gradients: T, outputs: T) -> backprops: T | T: type", ShapeRules.MergeAll),
        new("SoftplusGrad(gradients: T, features: T) -> backprops: T | T: type", ShapeRules.MergeAll),
        new("SoftsignGrad(gradients: T, features: T) -> backprops: T | T: type", ShapeRules.MergeAll),
    ]);

    /// <summary>The gradient of <see cref="Sigmoid"/>: from its output y and the gradient dy.</summary>
    public static Tensor SigmoidGrad(Tensor y, Tensor dy, string? name = null) =>
        Make(ElementGradientDefinitions["SigmoidGrad"], [y, dy], null, name);

    /// <summary>The gradient of <see cref="Tanh"/>: from its output y and the gradient dy.</summary>
    public static Tensor TanhGrad(Tensor y, Tensor dy, string? name = null) =>
        Make(ElementGradientDefinitions["TanhGrad"], [y, dy], null, name);

    /// <summary>The gradient of <see cref="Sqrt"/>: from its output y and the gradient dy.</summary>
    public static Tensor SqrtGrad(Tensor y, Tensor dy, string? name = null) =>
        Make(ElementGradientDefinitions["SqrtGrad"], [y, dy], null, name);

    /// <summary>The gradient of <see cref="Rsqrt"/>: from its output y and the gradient dy.</summary>
    public static Tensor RsqrtGrad(Tensor y, Tensor dy, string? name = null) =>
        Make(ElementGradientDefinitions["RsqrtGrad"], [y, dy], null, name);

    /// <summary>The gradient of <see cref="Reciprocal"/>: from its output y and the gradient dy.</summary>
    public static Tensor ReciprocalGrad(Tensor y, Tensor dy, string? name = null) =>
        Make(ElementGradientDefinitions["ReciprocalGrad"], [y, dy], null, name);

    /// <summary>The gradient of <see cref="Inv"/>: from its output y and the gradient dy.</summary>
    public static Tensor InvGrad(Tensor y, Tensor dy, string? name = null) =>
        Make(ElementGradientDefinitions["InvGrad"], [y, dy], null, name);

    /// <summary>The gradient of <see cref="Relu"/>: the gradients times its slope at the features.</summary>
    public static Tensor ReluGrad(Tensor gradients, Tensor features, string? name = null) =>
        Make(ElementGradientDefinitions["ReluGrad"], [gradients, features], null, name);

    /// <summary>The gradient of <see cref="Relu6"/>: the gradients times its slope at the features.</summary>
    public static Tensor Relu6Grad(Tensor gradients, Tensor features, string? name = null) =>
        Make(ElementGradientDefinitions["Relu6Grad"], [gradients, features], null, name);

    /// <summary>The gradient of <see cref="Elu"/>: the gradients times its slope at the outputs.</summary>
    public static Tensor EluGrad(Tensor gradients, Tensor outputs, string? name = null) =>
        Make(ElementGradientDefinitions["EluGrad"], [gradients, outputs], null, name);

    /// <summary>The gradient of <see cref="Selu"/>: the gradients times its slope at the outputs.</summary>
    public static Tensor SeluGrad(Tensor gradients, Tensor outputs, string? name = null) =>
        Make(ElementGradientDefinitions["SeluGrad"], [gradients, outputs], null, name);

    /// <summary>The gradient of <see cref="Softplus"/>: the gradients times its slope at the features.</summary>
    public static Tensor SoftplusGrad(Tensor gradients, Tensor features, string? name = null) =>
        Make(ElementGradientDefinitions["SoftplusGrad"], [gradients, features], null, name);

    /// <summary>The gradient of <see cref="Softsign"/>: the gradients times its slope at the features.</summary>
    public static Tensor SoftsignGrad(Tensor gradients, Tensor features, string? name = null) =>
        Make(ElementGradientDefinitions["SoftsignGrad"], [gradients, features], null, name);
}
