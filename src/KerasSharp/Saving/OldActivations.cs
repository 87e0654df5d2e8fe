using KerasSharp.Formats.KerasConfig;
using KerasSharp.Ops;

namespace KerasSharp.Saving;

/// <summary>Activations that changed since Keras 2, for its models.</summary>
internal static class OldActivations
{
    public static void Register()
    {
        var hardSigmoid = new ActivationFunction(HardSigmoid, ModelConfig.OldHardSigmoid);
        KerasObjects.Register<ActivationFunction>(ModelConfig.OldHardSigmoid, _ => hardSigmoid);
    }

    /// <summary>0.2·x + 0.5, held to [0, 1]; Keras 3's is x/6 + 0.5.</summary>
    private static Tensor HardSigmoid(Tensor x) => Op.ClipByValue(x * 0.2 + 0.5, Op.Constant(0, x.DType), Op.Constant(1, x.DType));
}
