using System.Text.Json;
using KerasSharp.Formats.KerasConfig;
using KerasSharp.Layers;
using KerasSharp.Saving;
using KerasSharp.Testing;

namespace KerasSharp.Tests.Conformance;

/// <summary>Layers and models from the configs of golden cases.</summary>
internal static class GoldenLayers
{
    private static readonly HashSet<string> KnownClasses = [.. KerasObjects.Names<Layer>()];

    /// <summary>The layer of a config; the test ends as not yet where a class in it is not built.</summary>
    public static Layer Read(JsonElement json)
    {
        var options = new ConfigOptions { CustomNames = KerasObjects.CustomNames().ToHashSet() };
        var config = Config.Parse(ModelConfig.ToKeras3(json.GetRawText(), options));
        foreach (var name in ClassNames(config).Where(name => !KnownClasses.Contains(name)))
            NotYet.Report(name);
        return Layer.FromConfig(config);
    }

    private static IEnumerable<string> ClassNames(object? json) =>
        json switch
        {
            Config { } config => config.SelectMany(pair => ClassNames(pair.Value)).Concat(OwnClass(config)),
            List<object?> list => list.SelectMany(ClassNames),
            _ => [],
        };

    private static IEnumerable<string> OwnClass(Config config) =>
        config["module"] is string module
        && (module.StartsWith("keras.layers") || module.StartsWith("keras.src.models"))
        && config["class_name"] is string name
            ? [name]
            : [];
}
