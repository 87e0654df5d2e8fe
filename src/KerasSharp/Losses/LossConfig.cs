using KerasSharp.Saving;

namespace KerasSharp.Losses;

/// <summary>Reads what the configs of all losses have.</summary>
internal static class LossConfig
{
    /// <summary>The reduction; Keras 2's <c>auto</c> is the default.</summary>
    public static string? Reduction(Config config) =>
        config.Get<string?>("reduction", LossReduction.SumOverBatchSize) is "auto" ? LossReduction.SumOverBatchSize : config.Get<string?>("reduction", LossReduction.SumOverBatchSize);
}
