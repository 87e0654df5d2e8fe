using System.Text.Json;
using KerasSharp.Formats.SavedModel;

namespace KerasSharp.Formats.Tests.SavedModel;

/// <summary>Compares a SavedModel's graph with what a golden case tells of it.</summary>
internal static class SavedModelExpectations
{
    public static void AssertIs(JsonElement expected, SavedModelGraph actual)
    {
        Assert.That(actual.Tags, Is.EquivalentTo(Strings(expected.GetProperty("tags"))));
        Assert.That(actual.TensorFlowVersion, Is.EqualTo(expected.GetProperty("tensorflow_version").GetString()));
        Assert.That(actual.Graph.Node, Has.Count.EqualTo(expected.GetProperty("nodes").GetInt32()));
        Assert.That(actual.Graph.Library?.Function.Count ?? 0, Is.EqualTo(expected.GetProperty("functions").GetInt32()));
        Assert.That(
            actual.Assets.Select(asset => asset.Name),
            Is.EqualTo(expected.GetProperty("assets").EnumerateArray().Select(AssetName))
        );
        Assert.That(actual.Objects, Has.Count.EqualTo(expected.GetProperty("object_count").GetInt32()));
        AssertSaver(expected.GetProperty("saver"), actual.Saver!);
        AssertCollections(expected.GetProperty("collections"), actual);
        AssertSignatures(expected.GetProperty("signatures"), actual.Signatures);
        if (expected.TryGetProperty("objects", out var objects))
            foreach (var (json, target) in objects.EnumerateArray().Zip(actual.Objects))
                AssertObject(json, target);
    }

    public static string[] Strings(JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetString()!)];

    private static string? AssetName(JsonElement asset) =>
        asset.ValueKind == JsonValueKind.String ? asset.GetString()
        : asset.ValueKind == JsonValueKind.Object ? asset.GetProperty("filename").GetString()
        : asset[0].GetString();

    private static void AssertSaver(JsonElement expected, ModelSaver actual) =>
        Assert.That(
            (actual.FilenameTensor, actual.SaveTensor, actual.RestoreOperation),
            Is.EqualTo(
                (
                    expected.GetProperty("filename_tensor").GetString(),
                    expected.GetProperty("save_tensor").GetString(),
                    expected.GetProperty("restore_op").GetString()
                )
            )
        );

    private static void AssertCollections(JsonElement expected, SavedModelGraph actual)
    {
        Assert.That(actual.Collections.Keys, Is.EquivalentTo(expected.EnumerateObject().Select(collection => collection.Name)));
        foreach (var collection in expected.EnumerateObject())
            if (collection.Value.ValueKind == JsonValueKind.String)
                Assert.That(actual.Collections[collection.Name].Kind, Is.EqualTo(collection.Value.GetString()));
            else
                Assert.That(actual.Collections[collection.Name].Nodes, Is.EqualTo(Strings(collection.Value)));
    }

    private static void AssertSignatures(JsonElement expected, IReadOnlyDictionary<string, ModelSignature> actual)
    {
        Assert.That(actual.Keys, Is.EquivalentTo(expected.EnumerateObject().Select(signature => signature.Name)));
        foreach (var signature in expected.EnumerateObject())
        {
            Assert.That(actual[signature.Name].MethodName, Is.EqualTo(signature.Value.GetProperty("method").GetString()));
            AssertTensors(signature.Value.GetProperty("inputs"), actual[signature.Name].Inputs);
            AssertTensors(signature.Value.GetProperty("outputs"), actual[signature.Name].Outputs);
        }
    }

    private static void AssertTensors(JsonElement expected, IReadOnlyDictionary<string, ModelTensor> actual)
    {
        Assert.That(actual.Keys, Is.EquivalentTo(expected.EnumerateObject().Select(tensor => tensor.Name)));
        foreach (var tensor in expected.EnumerateObject())
        {
            var found = actual[tensor.Name];
            Assert.That(found.TensorName, Is.EqualTo(tensor.Value.GetProperty("tensor").GetString()));
            Assert.That(found.DType?.Name() ?? "none", Is.EqualTo(tensor.Value.GetProperty("dtype").GetString()));
            // An operation that gives nothing has no shape.
            if (found.DType is not null)
                Assert.That(found.Shape.HasRank ? found.Shape.ToArray() : null, Is.EqualTo(Longs(tensor.Value.GetProperty("shape"))));
        }
    }

    private static void AssertObject(JsonElement expected, ModelObject actual)
    {
        Assert.That(
            actual.Children.Select(child => (child.Key, child.Value.Id)),
            Is.EqualTo(expected.GetProperty("children").EnumerateObject().Select(child => (child.Name, child.Value.GetInt32())))
        );
        Assert.That(actual.Kind.ToString(), Is.EqualTo(expected.GetProperty("kind").GetString()!.Replace("_", "")).IgnoreCase);
        if (expected.TryGetProperty("identifier", out var identifier))
            Assert.That(actual.Identifier, Is.EqualTo(identifier.GetString()));
        if (expected.TryGetProperty("concrete", out var functions))
            Assert.That(actual.ConcreteFunctions, Is.EqualTo(Strings(functions)));
    }

    public static long[]? Longs(JsonElement list) =>
        list.ValueKind == JsonValueKind.Null ? null : [.. list.EnumerateArray().Select(item => item.GetInt64())];
}
