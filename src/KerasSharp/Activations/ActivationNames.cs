using KerasSharp.Saving;

namespace KerasSharp;

/// <summary>Keras's names of the activations.</summary>
internal static class ActivationNames
{
    private static readonly (string Name, Func<Tensor, Tensor> Function, string[] Aliases)[] Table =
    [
        ("celu", x => Activations.Celu(x), []),
        ("elu", x => Activations.Elu(x), []),
        ("exponential", Activations.Exponential, []),
        ("gelu", x => Activations.Gelu(x), []),
        ("glu", x => Activations.Glu(x), []),
        ("hard_shrink", x => Activations.HardShrink(x), []),
        ("hard_sigmoid", Activations.HardSigmoid, []),
        ("hard_silu", Activations.HardSilu, ["hard_swish"]),
        ("hard_tanh", Activations.HardTanh, []),
        ("leaky_relu", x => Activations.LeakyRelu(x), []),
        ("linear", Activations.Linear, []),
        ("log_sigmoid", Activations.LogSigmoid, []),
        ("log_softmax", x => Activations.LogSoftmax(x), []),
        ("mish", Activations.Mish, []),
        ("relu", x => Activations.Relu(x), []),
        ("relu6", Activations.Relu6, []),
        ("selu", Activations.Selu, []),
        ("sigmoid", Activations.Sigmoid, []),
        ("silu", Activations.Silu, ["swish"]),
        ("soft_shrink", x => Activations.SoftShrink(x), []),
        ("softmax", x => Activations.Softmax(x), []),
        ("softplus", Activations.Softplus, []),
        ("softsign", Activations.Softsign, []),
        ("sparse_plus", Activations.SparsePlus, []),
        ("sparse_sigmoid", Activations.SparseSigmoid, []),
        ("sparsemax", x => Activations.Sparsemax(x), []),
        ("squareplus", x => Activations.Squareplus(x), []),
        ("tanh", Activations.Tanh, []),
        ("tanh_shrink", Activations.TanhShrink, []),
    ];

    public static void Register()
    {
        foreach (var (name, function, aliases) in Table)
        {
            var activation = name == "linear" ? ActivationFunction.Linear : new ActivationFunction(function, name);
            KerasObjects.Register<ActivationFunction>(name, _ => activation, aliases);
        }
    }
}
