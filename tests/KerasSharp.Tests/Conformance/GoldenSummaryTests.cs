using System.Text.Json;
using KerasSharp.Testing;

namespace KerasSharp.Tests.Conformance;

/// <summary>What Keras 3's <c>summary()</c> prints for the models whose JSON is recorded beside it, and what that JSON is read as.</summary>
public sealed class GoldenSummaryTests
{
    public static IEnumerable<TestCaseData> Cases => GoldenFamily.TestCases("summaries");

    [TestCaseSource(nameof(Cases))]
    public void Summary(GoldenCase golden)
    {
        if (golden.Name.StartsWith("config.", StringComparison.Ordinal))
        {
            CheckStructure(golden);
            return;
        }
        if (!golden.Name.StartsWith("summary.keras3.", StringComparison.Ordinal))
            NotYet.Report(golden.Name.Split('.')[0] + (golden.Name.Contains("keras2", StringComparison.Ordinal) ? " of Keras 2" : ""));
        var config = GoldenFamily
            .Load("summaries")
            .Cases.Single(other => other.Name == golden.Name.Replace("summary.", "config.", StringComparison.Ordinal));
        var model = (Model)GoldenLayers.Read(config.Json.GetProperty("to_json"));
        Assert.Multiple(() =>
        {
            foreach (var text in golden.Json.GetProperty("texts").EnumerateArray())
                if (text.TryGetProperty("text", out var wanted))
                    Assert.That(Print(model, text), Is.EqualTo(wanted.GetString()), text.GetProperty("args").GetRawText());
                else
                    Assert.That(() => Print(model, text), Throws.ArgumentException, text.GetProperty("args").GetRawText());
        });
    }

    /// <summary>The model of a JSON of Keras 2 or 3 has the layers and parameters that Keras found in it.</summary>
    private static void CheckStructure(GoldenCase golden)
    {
        var model = (Model)GoldenLayers.Read(golden.Json.GetProperty("to_json"));
        var layers = golden.Json.GetProperty("layers").EnumerateArray().ToArray();
        Assert.That(
            model.Layers.Select(layer => (layer.Name, layer.ClassName)),
            Is.EqualTo(layers.Select(layer => (layer.GetProperty("name").GetString(), layer.GetProperty("class_name").GetString())))
        );
        if (!golden.Json.GetProperty("built").GetBoolean())
            return;
        Assert.That(model.CountParams(), Is.EqualTo(golden.Json.GetProperty("count_params").GetInt64()));
        Assert.That(
            model.Layers.Select(layer => layer.CountParams()),
            Is.EqualTo(layers.Select(layer => layer.GetProperty("params").GetInt64()))
        );
    }

    private static string Print(Model model, JsonElement text)
    {
        var arguments = text.GetProperty("args");
        bool Flag(string name) => arguments.TryGetProperty(name, out var value) && value.GetBoolean();
        return model.SummaryText(
            text.GetProperty("columns").GetInt32(),
            arguments.TryGetProperty("line_length", out var length) ? length.GetInt32() : null,
            arguments.TryGetProperty("positions", out var positions)
                ? [.. positions.EnumerateArray().Select(position => position.GetDouble())]
                : null,
            expandNested: Flag("expand_nested"),
            showTrainable: Flag("show_trainable"),
            layerRange: arguments.TryGetProperty("layer_range", out var range) ? (range[0].GetString()!, range[1].GetString()!) : null
        );
    }
}
