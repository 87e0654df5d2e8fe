using System.Text;
using KerasSharp.Engines.TensorFlow.Interchange;
using KerasSharp.Testing;

namespace KerasSharp.Engines.TensorFlow.Tests.Interchange;

/// <summary>Graphs and SavedModels that TensorFlow and both Keras wrote compute what they computed there.</summary>
internal sealed class GoldenGraphTests
{
    private static IEnumerable<TestCaseData> Frozen() => GoldenFamily.TestCases("files", "frozen", "frozen-v1");

    /// <summary>The SavedModels of one input and one output, which need no names, and have a signature.</summary>
    private static IEnumerable<TestCaseData> SavedModels() =>
        GoldenFamily.TestCases("files", "keras2-savedmodel", "keras3-export").Where(data => IsFunction((GoldenCase)data.Arguments[0]!));

    [TestCaseSource(nameof(Frozen))]
    public void AFrozenGraph(GoldenCase golden)
    {
        TheEngine.Require();
        using var files = golden.ExtractFiles();
        var (inputs, outputs) = (Strings(golden, "input_tensors"), Strings(golden, "output_tensors"));
        foreach (var file in (string[])["file", "text_file"])
        {
            using var graph = FrozenGraph.Load(files[golden.Json.GetProperty(file).GetString()!], inputs, outputs);
            AssertOutputs(golden, graph.Run([.. inputs.Select((name, i) => (name, Value(golden.Array($"input_{i}"))))]));
        }
    }

    [TestCaseSource(nameof(SavedModels))]
    public void ASavedModel(GoldenCase golden)
    {
        TheEngine.Require();
        using var files = golden.ExtractFiles();
        using var model = SavedModel.Load(files[golden.Json.GetProperty("file").GetString()!]);
        var signature = model["serving_default"];
        AssertOutputs(golden, signature.Run((signature.Inputs[0].Name, Value(golden.Array("input_0")))));
    }

    private static bool IsFunction(GoldenCase golden) =>
        golden.Json.GetProperty("inputs").GetArrayLength() == 1
        && golden.Json.GetProperty("outputs").GetArrayLength() == 1
        && golden
            .Json.GetProperty("saved_model")
            .GetProperty("meta_graphs")[0]
            .GetProperty("signatures")
            .TryGetProperty("serving_default", out _);

    private static string[] Strings(GoldenCase golden, string name) =>
        [.. golden.Json.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];

    private static object Value(GoldenArray array) =>
        array.StringBytes is { } bytes ? TensorValue.FromStrings(Shape.Of(array.Shape), bytes)
        : array.Strings is { } texts ? TensorValue.FromStrings(Shape.Of(array.Shape), Array.ConvertAll(texts, Encoding.UTF8.GetBytes))
        : array.ToNDArray();

    private static void AssertOutputs(GoldenCase golden, TensorResults results)
    {
        for (int i = 0; i < golden.Json.GetProperty("outputs").GetArrayLength(); i++)
            Closeness.AssertClose(
                golden.Array($"output_{i}"),
                results[i],
                golden.RelativeTolerance(),
                golden.AbsoluteTolerance(),
                $"{golden} output_{i}"
            );
    }
}
