using System.Text.Json;
using KerasSharp.Layers;
using KerasSharp.Saving;
using KerasSharp.Testing;

namespace KerasSharp.Tests.ModelSaving;

/// <summary>Golden cases of layers as models of one layer, to be written: up to two cases of every class that is built.</summary>
internal static class SavedLayers
{
    private const int CasesAClass = 2;

    public static IEnumerable<GoldenCase> Chosen =>
        GoldenFamily
            .Load("layers")
            .Cases.Where(IsPlain)
            .GroupBy(ClassName)
            .Where(group => KerasObjects.Names<Layer>().Contains(group.Key))
            .SelectMany(group => group.Take(CasesAClass));

    /// <summary>Writes the model of a case, and beside it the case's arrays.</summary>
    public static void Write(GoldenCase golden, TemporaryFolder folder, string[] extensions)
    {
        using var model = Build(golden);
        File.WriteAllBytes(folder[$"{golden.Name}.npz"], golden.ReadFile($"{golden.Name}.npz"));
        foreach (var extension in extensions.Where(extension => extension != ".weights.h5"))
            model.Save(folder[golden.Name + extension]);
    }

    /// <summary>The model of a case, with its weights.</summary>
    public static Model Build(GoldenCase golden)
    {
        var layer = Layer.FromConfig(Config.Parse(golden.Json.GetProperty("layer").GetRawText()));
        Tensor[] inputs =
        [
            .. golden
                .Json.GetProperty("inputs")
                .EnumerateArray()
                .Select(input =>
                    Keras.Input(
                        Shape.Of([.. input.GetProperty("shape").EnumerateArray().Skip(1).Select(length => length.GetInt64())]),
                        dtype: DTypeExtensions.Parse(input.GetProperty("dtype").GetString()!)
                    )
                ),
        ];
        var model = new Model(inputs, layer.ApplyMany(inputs));
        model.SetWeights([.. model.Weights.Select((_, i) => golden.Array($"weight_{i}").ToNDArray())]);
        return model;
    }

    private static string ClassName(GoldenCase golden) => golden.Json.GetProperty("layer").GetProperty("class_name").GetString()!;

    /// <summary>Whether the case runs a layer that is known, on tensors alone: no training, masks, states or cells, and a type that the layer has.</summary>
    private static bool IsPlain(GoldenCase golden) =>
        !golden.Has("mask_0")
        && golden.Json.GetProperty("inputs").GetArrayLength() > 0
        && !ClassName(golden).EndsWith("Cell", StringComparison.Ordinal)
        && !golden.Json.GetProperty("layer").GetRawText().Contains("\"stateful\": true", StringComparison.Ordinal)
        && !(golden.Json.TryGetProperty("call", out var call) && call.EnumerateObject().Any());
}
