using System.Text;
using System.Text.Json;
using KerasSharp.Formats.Protobuf;
using KerasSharp.Formats.SavedModel;
using KerasSharp.Formats.Tests.Checkpoints;
using KerasSharp.Formats.Tests.Protobuf;
using KerasSharp.Testing;

namespace KerasSharp.Formats.Tests.SavedModel;

/// <summary>SavedModels of TensorFlow 1 and 2 and of both Keras.</summary>
public sealed class SavedModelGoldenTests
{
    private static IEnumerable<TestCaseData> Cases() => GoldenFamily.TestCases("files", "savedmodel", "keras2-savedmodel", "keras3-export");

    [TestCaseSource(nameof(Cases))]
    public void IsRead(GoldenCase golden)
    {
        using var files = golden.ExtractFiles();
        var model = Open(golden, files);
        var expected = golden.Json.GetProperty("saved_model");
        Assert.That(model.SchemaVersion, Is.EqualTo(expected.GetProperty("schema_version").GetInt64()));
        foreach (var (json, graph) in expected.GetProperty("meta_graphs").EnumerateArray().Zip(model.Graphs))
        {
            SavedModelExpectations.AssertIs(json, graph);
            Assert.That(model.Graph([.. graph.Tags]), Is.SameAs(graph));
            Assert.That(GraphCheck.Find(graph.Graph), Is.Empty);
        }
        Assert.That(model.Graphs, Has.Count.EqualTo(expected.GetProperty("meta_graphs").GetArrayLength()));
        if (golden.Json.TryGetProperty("checkpoint", out var checkpoint))
            CheckpointExpectations.AssertIs(checkpoint, model.Checkpoint!);
        bool hasFingerprint = File.Exists(Path.Combine(model.Folder, "fingerprint.pb"));
        Assert.That(model.Fingerprint?.GraphHash is not null and not 0, Is.EqualTo(hasFingerprint));
    }

    /// <summary>The variables have the names, types, shapes and values of the objects and of the weights.</summary>
    [TestCaseSource(nameof(Cases))]
    public void VariablesHaveTheirValues(GoldenCase golden)
    {
        using var files = golden.ExtractFiles();
        var model = Open(golden, files);
        var variables = model.Graphs[0].Variables;
        foreach (var variable in variables)
            Assert.That(variable.Shape.IsCompatibleWith(Shape.Of(variable.Read().shape)), variable.Name);
        AssertObjects(golden.Json.GetProperty("saved_model").GetProperty("meta_graphs")[0], variables);
        if (golden.Json.TryGetProperty("weights", out var weights))
            for (int i = 0; i < weights.GetArrayLength(); i++)
                AssertWeight(weights[i], golden.Array($"weight_{i}"), variables);
    }

    [TestCaseSource(nameof(Cases))]
    public void KerasTellsItsConfiguration(GoldenCase golden)
    {
        using var files = golden.ExtractFiles();
        var model = Open(golden, files);
        if (!golden.Json.TryGetProperty("keras_metadata", out var expected))
        {
            Assert.That(model.KerasMetadata, Is.Null);
            return;
        }
        Assert.That(model.KerasMetadata!.Nodes.Select(Describe), Is.EqualTo(expected.EnumerateArray().Select(Describe)));
        Assert.That(model.KerasMetadata.Model!.Config, Is.Not.Null);
        if (golden.Json.TryGetProperty("vocabularies", out var vocabularies))
            AssertVocabularies(vocabularies, model);
    }

    private static SavedModelFolder Open(GoldenCase golden, GoldenFiles files) =>
        SavedModelFolder.Open(files[golden.Json.GetProperty("file").GetString()!]);

    private static void AssertObjects(JsonElement graph, IReadOnlyList<ModelVariable> variables)
    {
        if (!graph.TryGetProperty("objects", out var objects) || objects.GetArrayLength() < graph.GetProperty("object_count").GetInt32())
            return;
        foreach (var json in objects.EnumerateArray().Where(json => json.GetProperty("kind").GetString() == "variable"))
            Assert.That(
                variables.Select(variable =>
                    (variable.Name, variable.DType?.Name(), string.Join(",", variable.Shape.Dims.ToArray()), variable.IsTrainable)
                ),
                Has.Some.EqualTo(
                    (
                        json.GetProperty("name").GetString(),
                        json.GetProperty("dtype").GetString(),
                        string.Join(",", SavedModelExpectations.Longs(json.GetProperty("shape"))!),
                        json.GetProperty("trainable").GetBoolean()
                    )
                )
            );
    }

    private static void AssertWeight(JsonElement weight, GoldenArray expected, IReadOnlyList<ModelVariable> variables)
    {
        var path = weight.GetProperty("path").GetString()!;
        var same = variables.Where(variable =>
            variable.Read() is var array
            && array.shape.SequenceEqual(expected.Shape)
            && TensorValue.From(array).Bytes.SequenceEqual(expected.Raw)
        );
        Assert.That(
            same.Select(variable => variable.Name),
            Has.Some.EqualTo(path.Split(':')[0]).Or.Some.EqualTo(path.Split('/')[^1]),
            path
        );
    }

    private static string Describe(JsonElement node) =>
        string.Join(
            '|',
            node.GetProperty("node_id"),
            node.GetProperty("node_path"),
            node.GetProperty("identifier"),
            node.GetProperty("class_name"),
            node.GetProperty("name"),
            string.Join(',', SavedModelExpectations.Strings(node.GetProperty("keys")).Order(StringComparer.Ordinal))
        );

    private static string Describe(KerasMetadataNode node) =>
        string.Join(
            '|',
            node.NodeId,
            node.NodePath,
            node.Identifier,
            node.ClassName,
            node.Name,
            string.Join(',', node.Metadata.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal))
        );

    /// <summary>A layer's vocabulary: its table in the order of its numbers, after the layer's own tokens.</summary>
    private static void AssertVocabularies(JsonElement expected, SavedModelFolder model)
    {
        foreach (var vocabulary in expected.EnumerateObject())
        {
            var words = SavedModelExpectations.Strings(vocabulary.Value);
            var path = model.KerasMetadata!.Nodes.First(node => node.Name == vocabulary.Name).NodePath["root.".Length..].Replace('.', '/');
            var table = model.Graphs[0].Tables.Single(table => table.Path.StartsWith(path + "/"));
            var keys = table
                .Values.ToInts()
                .Zip(table.Keys.Strings)
                .OrderBy(pair => pair.First)
                .Select(pair => Encoding.UTF8.GetString(pair.Second))
                .ToArray();
            Assert.That(keys, Is.Not.Empty);
            Assert.That(keys, Is.EqualTo(words[^keys.Length..]), vocabulary.Name);
        }
    }
}
