using System.Globalization;
using System.Text.Json.Nodes;

namespace KerasSharp.Formats.KerasConfig;

/// <summary>
/// Metrics in Keras 3's form: a flat list for one output; a list an output, or a dictionary, for several. Keras 2 put a flat list on every
/// output, wrapped functions as <c>MeanMetricWrapper</c>, and put the output's name before the metric's.
/// </summary>
internal static class MetricsUpgrade
{
    /// <summary>The metrics.</summary>
    public static JsonNode? Upgrade(JsonNode? node, IReadOnlyList<string> outputs, ConfigContext context)
    {
        switch (node)
        {
            case JsonObject named when !named.ContainsKey("class_name"):
                return new JsonObject(
                    named.Select(pair =>
                        KeyValuePair.Create(pair.Key, Group(pair.Value, outputs.Count > 1 ? pair.Key : null, context).Free())
                    )
                );
            case JsonArray list when outputs.Count <= 1:
                return Nodes.ListOf(
                    list.SelectMany(item => item is JsonArray inner ? inner : Nodes.ListOf(item))
                        .Select(item => Metric(item, null, context))
                );
            case JsonArray list
                when context.Generation < KerasGeneration.Keras3 && list.Count > 0 && !list.Any(item => item is JsonArray or null):
                return Nodes.ListOf(outputs.Select(output => Group(list.DeepClone(), output, context)));
            case JsonArray list:
                return Nodes.ListOf(list.Select((item, i) => Group(item, i < outputs.Count ? outputs[i] : null, context)));
            default:
                return node;
        }
    }

    private static JsonNode? Group(JsonNode? node, string? output, ConfigContext context) =>
        node is JsonArray list ? Nodes.ListOf(list.Select(item => Metric(item, output, context))) : Metric(node, output, context);

    private static JsonNode? Metric(JsonNode? node, string? output, ConfigContext context)
    {
        if (node is JsonObject json && json.Object("config") is { } config)
        {
            if (json.Text("class_name") == "MeanMetricWrapper" && Function(config["fn"]) is { } function)
                json["class_name"] = ClassOf(function);
            if (output is not null && config.Text("name") is { } name && name.StartsWith($"{output}_", StringComparison.Ordinal))
                config["name"] = name[(output.Length + 1)..];
        }
        return ObjectUpgrade.Upgrade(node, ObjectKind.Metric, context);
    }

    /// <summary>The name of a function, alone or in an object.</summary>
    private static string? Function(JsonNode? node) => node.AsText() ?? node.Text("config") ?? node.Text("class_name");

    /// <summary>The class of the metric that is a function's mean.</summary>
    private static string ClassOf(string function) =>
        function switch
        {
            "kl_divergence" or "kullback_leibler_divergence" => "KLDivergence",
            "cosine_proximity" => "CosineSimilarity",
            "log_cosh" or "logcosh" => "LogCoshError",
            _ => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(function.Replace('_', ' ')).Replace(" ", "", StringComparison.Ordinal),
        };
}
