using System.Text.Json.Nodes;

namespace KerasSharp.Formats.KerasConfig;

/// <summary>Keras 1's sizes of convolution kernels, an argument a dimension, as one list.</summary>
internal static class KernelSizes
{
    private static readonly string[][] Names =
    [
        ["nb_row", "nb_col"],
        ["kernel_dim1", "kernel_dim2", "kernel_dim3"],
    ];

    /// <summary>Puts the list in their place.</summary>
    public static void Join(JsonObject config)
    {
        foreach (var names in Names.Where(names => names.All(config.ContainsKey)))
            config["kernel_size"] = Nodes.ListOf([.. names.Select(config.Take)]);
    }
}
