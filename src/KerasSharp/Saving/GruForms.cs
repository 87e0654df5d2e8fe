using KerasSharp.Formats.Keras;

namespace KerasSharp.Saving;

/// <summary>Which of its two forms a GRU has: early configs do not say, but the bias of the form that resets after the product has two rows.</summary>
internal static class GruForms
{
    /// <summary>Sets <c>reset_after</c> of every GRU in a config by its weights in the file.</summary>
    public static void Settle(object? json, LegacyWeights weights, string? wrapper = null)
    {
        if (json is List<object?> list)
            foreach (var item in list)
                Settle(item, weights, wrapper);
        if (json is not Config config)
            return;
        var inner = config["config"] as Config;
        if (config["class_name"] is "GRU" && inner is not null && Bias(weights, inner["name"] as string, wrapper) is { } bias)
            inner["reset_after"] = bias.Shape.Rank == 2;
        var name = config["class_name"] is "Bidirectional" or "TimeDistributed" ? inner?["name"] as string : wrapper;
        foreach (var (_, value) in config)
            Settle(value, weights, name);
    }

    /// <summary>The bias of a layer, which CuDNN's layers kept with one row too: that tells nothing.</summary>
    private static KerasVariable? Bias(LegacyWeights weights, string? name, string? wrapper)
    {
        var layer = (name is null ? null : weights.Find(name)) ?? (wrapper is null ? null : weights.Find(wrapper));
        var bias = layer?.Weights.FirstOrDefault(weight => weight.Name.Split('/')[^1].StartsWith("bias", StringComparison.Ordinal));
        var kernel = layer?.Weights.FirstOrDefault();
        return bias is null || kernel is null || (bias.Shape.Rank == 1 && bias.Shape[0] != kernel.Shape[-1]) ? null : bias;
    }
}
