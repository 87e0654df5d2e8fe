using System.Text.Json.Nodes;

namespace KerasSharp.Formats.KerasConfig;

/// <summary>
/// One difference between the generations: the argument <paramref name="Old"/> of some classes became <paramref name="New"/>, or went away (null).
/// </summary>
/// <param name="Classes">The class names of today, separated by spaces.</param>
/// <param name="Old">The argument's older name.</param>
/// <param name="New">Its name in Keras 3; null where there is none.</param>
/// <param name="Convert">The value in Keras 3, from the older one; unchanged where null.</param>
/// <param name="Neutral">Of an argument that went away: whether leaving it out changes nothing. Every value where null.</param>
internal sealed record ConfigRow(
    string Classes,
    string Old,
    string? New,
    Func<JsonNode?, JsonNode?>? Convert = null,
    Func<JsonNode?, bool>? Neutral = null
)
{
    private readonly HashSet<string> classes = [.. Classes.Split(' ')];

    /// <summary>Whether it is about that class, named or as one of a whole kind (<c>*Layer</c>).</summary>
    public bool IsFor(string className, ObjectKind kind) =>
        classes.Contains($"*{kind}") || (classes.Contains(className) && kind is ObjectKind.Layer or ObjectKind.Optimizer);

    /// <summary>Changes a config that has the argument.</summary>
    public void Apply(JsonObject config, ConfigContext context)
    {
        if (!config.ContainsKey(Old))
            return;
        var value = config.Take(Old);
        if (New is null && Neutral?.Invoke(value) == false)
            throw context.Error(
                $"the argument {Old}={value.Show()} has no counterpart in Keras 3, and cannot be left out without changing the model."
            );
        if (New is not null && (Old == New || !config.ContainsKey(New)))
            config[New] = Convert is null ? value : Convert(value).Free();
    }
}
