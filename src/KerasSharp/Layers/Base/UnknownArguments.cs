using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>Finds arguments in a config that its class does not have: a misspelt one, or one of a newer Keras, must not be lost in silence.</summary>
internal static class UnknownArguments
{
    /// <summary>What every layer may have in files, and what says nothing here.</summary>
    private static readonly HashSet<string> Common =
    [
        "activity_regularizer",
        "batch_input_shape",
        "dtype",
        "implementation",
        "input_dtype",
        "input_length",
        "name",
        "optional",
        "ragged",
        "renorm_clipping",
        "renorm_momentum",
        "seed",
        "sparse",
        "time_major",
        "trainable",
        "zero_output_for_mask",
    ];

    /// <summary>Throws where there is one that is set.</summary>
    /// <exception cref="ArgumentException">There is.</exception>
    public static void Refuse(Layer layer, Config config)
    {
        string[] unread = [.. config.Unread.Where(key => !Common.Contains(key))];
        if (unread.Length == 0)
            return;
        var known = layer.GetConfig();
        if (unread.FirstOrDefault(key => !known.Contains(key)) is { } unknown)
            throw new ArgumentException(
                $"Layer '{layer.Name}' ({layer.ClassName}) has no argument '{unknown}'.{NearNames.Hint(unknown, [.. known.Keys])} It has: {string.Join(", ", known.Keys)}."
            );
    }
}
