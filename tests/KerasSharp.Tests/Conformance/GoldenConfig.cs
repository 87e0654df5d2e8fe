using System.Text.Json;
using KerasSharp.Saving;
using KerasSharp.Testing;

namespace KerasSharp.Tests.Conformance;

/// <summary>Keras objects from golden cases, and comparisons of their configs.</summary>
internal static class GoldenConfig
{
    /// <summary>The object of the case's <c>class</c> and <c>args</c>, or of its <c>identifier</c>; ends the test where it is not built.</summary>
    public static T Create<T>(GoldenCase golden)
        where T : class
    {
        if (golden.Json.TryGetProperty("identifier", out var identifier))
            return KerasObjects.Deserialize<T>(identifier.GetString())!;
        var name = golden.Json.GetProperty(golden.Json.TryGetProperty("class", out _) ? "class" : "function").GetString()!;
        if (!KerasObjects.Names<T>().Contains(name))
            NotYet.Report(name);
        return KerasObjects.Deserialize<T>(new Config { ["class_name"] = name, ["config"] = Parse(golden.Json.GetProperty("args")) })!;
    }

    public static Config Parse(JsonElement json) => Config.Parse(json.GetRawText());

    /// <summary>Fails unless the object's config has all that Keras's has, and reads back as the same object.</summary>
    public static void AssertConfig<T>(JsonElement expected, T actual)
        where T : class, IKerasObject
    {
        var written = KerasObjects.Serialize(actual);
        AssertContains(Parse(expected), written, "config");
        var again = KerasObjects.Deserialize<T>(Config.Parse(written.ToString()))!;
        Assert.That(KerasObjects.Serialize(again).ToString(), Is.EqualTo(written.ToString()), "the config after a round trip");
    }

    private static void AssertContains(object? expected, object? actual, string path)
    {
        switch (expected)
        {
            case Config config when actual is Config other:
                foreach (var (key, value) in config)
                {
                    Assert.That(other.Contains(key), $"{path} has no '{key}': {other}");
                    AssertContains(value, other[key], $"{path}.{key}");
                }
                break;
            case not null when expected is List<object?> { Count: 1 } single && actual is long:
                // Keras keeps an axis as it was given; alone or in a list it means the same.
                Assert.That(actual, Is.EqualTo(single[0]), path);
                break;
            case List<object?> list when actual is List<object?> other:
                Assert.That(other, Has.Count.EqualTo(list.Count), path);
                for (int i = 0; i < list.Count; i++)
                    AssertContains(list[i], other[i], $"{path}[{i}]");
                break;
            case long or double when actual is long or double:
                double number = Convert.ToDouble(expected);
                Assert.That(Convert.ToDouble(actual), Is.EqualTo(number).Within(1e-6 * Math.Abs(number)), path);
                break;
            default:
                Assert.That(actual, Is.EqualTo(expected), path);
                break;
        }
    }
}
