using System.Text.Json;
using KerasSharp.Testing;

namespace KerasSharp.Tests.Conformance;

/// <summary>Every golden case of a model: structure, outputs, gradients, and the JSON's round trip.</summary>
public sealed class GoldenModelTests
{
    public static IEnumerable<TestCaseData> Cases => GoldenFamily.TestCases("models");

    [TestCaseSource(nameof(Cases))]
    public void Model(GoldenCase golden) => Check(golden, (Model)GoldenLayers.Read(golden.Json.GetProperty("model")));

    [TestCaseSource(nameof(Cases))]
    public void WrittenAndReadAgain(GoldenCase golden)
    {
        var model = (Model)GoldenLayers.Read(golden.Json.GetProperty("model"));
        Check(golden, KerasSharp.Model.FromJson(model.ToJson()));
    }

    private static void Check(GoldenCase golden, Model model)
    {
        CheckStructure(golden, model);
        var network = new GoldenNetwork(golden, model);
        network.Apply();
        network.Check();
    }

    private static void CheckStructure(GoldenCase golden, Model model)
    {
        var weights = golden.Json.GetProperty("weights").EnumerateArray().ToArray();
        Assert.That(
            model.Weights.Select(weight => weight.Path),
            Is.EqualTo(weights.Select(weight => weight.GetProperty("path").GetString()!)).Using<string>(IsSamePath)
        );
        Assert.That(model.CountParams(), Is.EqualTo(golden.Json.GetProperty("params").GetInt64()));
        Assert.That(
            model.TrainableWeights.Sum(weight => weight.Shape.Size),
            Is.EqualTo(golden.Json.GetProperty("trainable_params").GetInt64())
        );
        Assert.That(
            model.Layers.Select(layer =>
                $"{layer.Name} {layer.ClassName} {string.Join(" ", layer.Outputs.Select(output => output.Shape))} {layer.CountParams()}"
            ),
            Is.EqualTo(golden.Json.GetProperty("layers").EnumerateArray().Select(Describe))
        );
    }

    /// <summary>A nested model that is read with its input is built before the model around it, whose name its paths then lack.</summary>
    private static bool IsSamePath(string actual, string expected) => expected == actual || expected == $"model/{actual}";

    private static string Describe(JsonElement layer) =>
        $"{layer.GetProperty("name").GetString()} {layer.GetProperty("class_name").GetString()} {Shapes(layer.GetProperty("output_shape"))} {layer.GetProperty("params").GetInt64()}";

    private static string Shapes(JsonElement json) =>
        json.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Array)
            ? string.Join(" ", json.EnumerateArray().Select(Shapes))
            : Shape.Of([.. json.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.Null ? -1 : item.GetInt64())]).ToString();
}
