using System.Text.Json.Nodes;

namespace KerasSharp.Formats.KerasConfig;

/// <summary>Arguments that a renamed class needs for what the old one always did.</summary>
internal static class RenamedClasses
{
    /// <summary>Adds them.</summary>
    public static void Complete(JsonObject config, string written)
    {
        switch (written)
        {
            case "CuDNNLSTM":
                config.TryAdd("recurrent_activation", "sigmoid");
                break;
            case "CuDNNGRU":
                config.TryAdd("recurrent_activation", "sigmoid");
                config["reset_after"] = true;
                break;
            case "ThresholdedReLU":
                config["threshold"] = ConfigValues.Number(config.Take("theta")).Free();
                break;
        }
    }
}
