using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>Arguments that Keras knows and KerasSharp does not have.</summary>
internal static class ConfigChecks
{
    /// <summary>Refuses a config that asks for more than the argument's neutral values.</summary>
    /// <exception cref="NotSupportedException">The argument is set.</exception>
    public static Config Refuse(this Config config, string className, params ReadOnlySpan<string> arguments)
    {
        foreach (var argument in arguments)
            if (config[argument] is not (null or false))
                throw new NotSupportedException(
                    $"{className}: the argument {argument}={ConfigJson.Write(config[argument])} is not supported. Remove it from the config."
                );
        return config;
    }
}
