using KerasSharp.Saving;

namespace KerasSharp.Metrics;

/// <summary>Numbers that Keras's configs hold alone or as a list.</summary>
internal static class ConfigLists
{
    /// <summary>One number alone, several as a list, none as null.</summary>
    public static object? OneOrMany(double[]? values) => values is [var only] ? only : values;

    /// <summary>The numbers of an entry: one, a list or a tensor of them, or null.</summary>
    public static double[]? Doubles(Config config, string key) =>
        (config[key] is Config { } tensor ? (tensor["config"] as Config)?["value"] : config[key]) switch
        {
            null => null,
            List<object?> list => [.. list.Select(Convert.ToDouble)],
            var number => [Convert.ToDouble(number)],
        };

    /// <summary>Numbers as Keras writes a tensor.</summary>
    public static Config? Tensor(double[]? values) =>
        values is null
            ? null
            : new()
            {
                ["class_name"] = "__tensor__",
                ["config"] = new Config { ["value"] = values, ["dtype"] = "float32" },
            };
}
