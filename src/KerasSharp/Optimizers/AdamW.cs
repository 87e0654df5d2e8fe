using KerasSharp.Saving;

namespace KerasSharp.Optimizers;

/// <summary>Adam with weight decay, 0.004 unless <see cref="Optimizer.WeightDecay"/> says otherwise.</summary>
public sealed class AdamW : AdamBase
{
    /// <param name="learningRate">The learning rate. Default 0.001.</param>
    /// <param name="beta1">The decay of the momentum, 0 to 1. Default 0.9.</param>
    /// <param name="beta2">The decay of the second moment, 0 to 1. Default 0.999.</param>
    /// <param name="epsilon">The number that keeps divisions finite. Default 1e-7.</param>
    /// <param name="amsgrad">Whether the largest second moment so far is used. Default false.</param>
    public AdamW(double learningRate = 0.001, double beta1 = 0.9, double beta2 = 0.999, double epsilon = 1e-7, bool amsgrad = false)
        : base(learningRate, beta1, beta2, epsilon, amsgrad, "adam_w") => WeightDecay = 0.004;

    internal static AdamW Read(Config config) =>
        new(
            config.Get("learning_rate", 0.001),
            config.Get("beta_1", 0.9),
            config.Get("beta_2", 0.999),
            config.Get("epsilon", 1e-7),
            config.Get("amsgrad", false)
        )
        {
            Shared = config,
        };
}
