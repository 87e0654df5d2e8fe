using System.Text.Json;
using KerasSharp.Formats.Records;
using KerasSharp.Testing;
using NumSharp;

namespace KerasSharp.Formats.Tests.Records;

/// <summary>Examples written here, read by real TensorFlow, and parsed alike.</summary>
public sealed class ExampleParserTests
{
    private static readonly Example[] Batch =
    [
        new()
        {
            ["label"] = 3,
            ["pixels"] = np.arange(6).reshape(2, 3).astype(np.float32),
            ["name"] = "кот",
            ["words"] = new[] { "a", "", "bc" },
            ["steps"] = new long[] { 1, 2, 3, 4 },
        },
        new()
        {
            ["pixels"] = new[] { 0.5f, -1, float.MaxValue, float.Epsilon, 0, -0f },
            ["name"] = new byte[] { 0xFF, 0 },
            ["steps"] = new long[] { long.MinValue, long.MaxValue },
        },
        new()
        {
            ["label"] = np.array(new long[] { -7 }),
            ["pixels"] = np.zeros(6),
            ["name"] = "dog",
            ["words"] = Array.Empty<string>(),
            ["unused"] = 1.5f,
        },
    ];

    private static readonly Dictionary<string, FeatureSpec> Specs = new()
    {
        ["label"] = FeatureSpec.FixedLength(Shape.Scalar, DType.Int64, TensorValue.Scalar(-1, DType.Int64)),
        ["pixels"] = FeatureSpec.FixedLength(Shape.Of(2, 3), DType.Float32),
        ["name"] = FeatureSpec.FixedLength(Shape.Scalar, DType.String),
        ["words"] = FeatureSpec.VariableLength(DType.String),
        ["steps"] = FeatureSpec.Sequence(Shape.Of(2), DType.Int64, TensorValue.Scalar(9, DType.Int64)),
    };

    private static readonly SequenceExample Sequence = new()
    {
        Context = { ["id"] = 5 },
        FeatureLists =
        {
            ["frames"] = [np.array(new[] { 0f, 1 }), np.array(new[] { 2f, 3 }), np.array(new[] { 4f, 5 })],
            ["tokens"] = [new[] { "a", "b" }, Array.Empty<string>(), "c"],
        },
    };

    private const string Script = """
        import base64, json, tensorflow as tf
        spec = {'label': tf.io.FixedLenFeature([], tf.int64, -1), 'pixels': tf.io.FixedLenFeature([2, 3], tf.float32),
          'name': tf.io.FixedLenFeature([], tf.string), 'words': tf.io.VarLenFeature(tf.string),
          'steps': tf.io.FixedLenSequenceFeature([2], tf.int64, allow_missing=True, default_value=9)}
        def read(name, compression):
          return [r.numpy() for r in tf.data.TFRecordDataset(sys.argv[1] + '/' + name, compression_type=compression)]
        def array(a):
          a = np.asarray(a.numpy(), dtype=object if a.dtype == tf.string else None)
          return {'shape': list(a.shape), 'bytes': [base64.b64encode(v).decode() for v in a.reshape(-1)] if a.dtype == object else base64.b64encode(a.tobytes()).decode()}
        def both(v):
          return {'indices': array(v.indices), 'values': array(v.values), 'dense': v.dense_shape.numpy().tolist()} if isinstance(v, tf.SparseTensor) else array(v)
        def parsed(name, compression):
          records = read(name, compression)
          all = [tf.io.parse_example(records, spec)] + [tf.io.parse_single_example(r, spec) for r in records]
          return [{k: both(v) for k, v in p.items()} for p in all]
        c, s = tf.io.parse_single_sequence_example(read('sequence', '')[0], {'id': tf.io.FixedLenFeature([], tf.int64)},
          {'frames': tf.io.FixedLenSequenceFeature([2], tf.float32), 'tokens': tf.io.VarLenFeature(tf.string)})
        t = s['tokens']
        sequence = [c['id'].numpy().tolist(), s['frames'].numpy().tolist(), t.indices.numpy().tolist(), [v.decode() for v in t.values.numpy()], t.dense_shape.numpy().tolist()]
        print(json.dumps({'None': parsed('None', ''), 'Gzip': parsed('Gzip', 'GZIP'), 'Zlib': parsed('Zlib', 'ZLIB'), 'sequence': str(sequence)}))
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("kerassharp-examples-").FullName;
    private JsonElement? answers;

    /// <summary>What real TensorFlow reads in our files; all of them in one process, as starting it takes longer than reading.</summary>
    private JsonElement Expected(string name)
    {
        if (answers is null)
        {
            foreach (var compression in Enum.GetValues<RecordCompression>())
                using (var writer = new TFRecordWriter(Path.Combine(folder, compression.ToString()), compression))
                    foreach (var example in Batch)
                        writer.Write(example);
            using (var writer = new TFRecordWriter(Path.Combine(folder, "sequence")))
                writer.Write(Sequence);
            answers = JsonDocument.Parse(ReferencePython.Run(Script, folder)).RootElement;
        }
        return answers.Value.GetProperty(name);
    }

    [OneTimeTearDown]
    public void Delete() => Directory.Delete(folder, recursive: true);

    [TestCase(RecordCompression.None)]
    [TestCase(RecordCompression.Gzip)]
    [TestCase(RecordCompression.Zlib)]
    public void Features_are_those_of_real_TensorFlow(RecordCompression compression)
    {
        var expected = Expected(compression.ToString());
        ReadOnlyMemory<byte>[] records = [.. TFRecordFile.Read(Path.Combine(folder, compression.ToString()), compression)];
        var parser = new ExampleParser(Specs);
        AssertParsed(expected[0], parser.Parse(records));
        for (int i = 0; i < records.Length; i++)
            AssertParsed(expected[i + 1], parser.Parse(records[i].Span));
    }

    private static void AssertParsed(JsonElement expected, ParsedFeatures parsed)
    {
        Assert.That(expected.EnumerateObject().Count(), Is.EqualTo(Specs.Count));
        foreach (var feature in expected.EnumerateObject())
            if (!feature.Value.TryGetProperty("dense", out var dense))
                AssertArray(feature.Value, parsed[feature.Name], feature.Name);
            else
            {
                var sparse = parsed.Sparse[feature.Name];
                AssertArray(feature.Value.GetProperty("indices"), sparse.Indices, feature.Name);
                AssertArray(feature.Value.GetProperty("values"), sparse.Values, feature.Name);
                Assert.That(sparse.DenseShape.ToArray(), Is.EqualTo(dense.EnumerateArray().Select(size => size.GetInt64())), feature.Name);
            }
    }

    private static void AssertArray(JsonElement expected, TensorValue value, string name)
    {
        Assert.That(
            value.Shape.ToArray(),
            Is.EqualTo(expected.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64())),
            name
        );
        var bytes = expected.GetProperty("bytes");
        if (bytes.ValueKind == JsonValueKind.Array)
            Assert.That(value.Strings, Is.EqualTo(bytes.EnumerateArray().Select(text => text.GetBytesFromBase64())), name);
        else
            Assert.That(value.Bytes.ToArray(), Is.EqualTo(bytes.GetBytesFromBase64()), name);
    }

    [Test]
    public void Sequences_are_those_of_real_TensorFlow()
    {
        Assert.That(
            Expected("sequence").GetString(),
            Is.EqualTo("[5, [[0.0, 1.0], [2.0, 3.0], [4.0, 5.0]], [[0, 0], [0, 1], [2, 0]], ['a', 'b', 'c'], [3, 2]]")
        );
        var parser = new SequenceExampleParser(
            new Dictionary<string, FeatureSpec> { ["id"] = FeatureSpec.FixedLength(Shape.Scalar, DType.Int64) },
            new Dictionary<string, FeatureSpec>
            {
                ["frames"] = FeatureSpec.FixedLength(Shape.Of(2), DType.Float32),
                ["tokens"] = FeatureSpec.VariableLength(DType.String),
            }
        );
        var (context, sequences) = parser.Parse(Sequence.ToBytes());
        Assert.That(context["id"].ToInts(), Is.EqualTo(new long[] { 5 }));
        Assert.That(sequences["frames"].Shape.ToArray(), Is.EqualTo(new long[] { 3, 2 }));
        Assert.That(sequences["frames"].Elements<float>().ToArray(), Is.EqualTo(new float[] { 0, 1, 2, 3, 4, 5 }));
        var tokens = sequences.Sparse["tokens"];
        Assert.That(tokens.Indices.ToInts(), Is.EqualTo(new long[] { 0, 0, 0, 1, 2, 0 }));
        Assert.That(tokens.Values.Strings, Is.EqualTo(new[] { "a"u8.ToArray(), "b"u8.ToArray(), "c"u8.ToArray() }));
        Assert.That(tokens.DenseShape, Is.EqualTo(Shape.Of(3, 2)));
    }

    [TestCase("label", "feature 'label'", "missing")]
    [TestCase("name", "feature 'name'", "Int64 values are expected for int64, and Bytes values are there")]
    [TestCase("pixels", "feature 'pixels'", "1 values are expected for the shape")]
    [TestCase("steps", "feature 'steps'", "1 values are expected for the shape")]
    public void A_feature_that_does_not_fit_is_named(string feature, string place, string problem)
    {
        var dtype = feature == "pixels" ? DType.Float32 : DType.Int64;
        var parser = new ExampleParser(new Dictionary<string, FeatureSpec> { [feature] = FeatureSpec.FixedLength(Shape.Scalar, dtype) });
        var example = feature == "label" ? Batch[1] : Batch[0];
        var error = Assert.Throws<FileFormatException>(() => parser.Parse(example.ToBytes(), "here"))!;
        Assert.That(error.Message, Does.Contain($"'here', {place}").And.Contain(problem));
    }

    [Test]
    public void A_specification_that_no_example_can_fit_is_refused_at_once()
    {
        Assert.Throws<ArgumentException>(() => FeatureSpec.FixedLength(Shape.Scalar, DType.Int32));
        Assert.Throws<ArgumentException>(() => FeatureSpec.FixedLength(Shape.Unknown, DType.Int64));
        Assert.Throws<ArgumentException>(() =>
            FeatureSpec.FixedLength(Shape.Of(3), DType.Int64, TensorValue.From<long>(Shape.Of(2), [1, 2]))
        );
        Assert.Throws<NotSupportedException>(() => Feature.Of(np.array(new[] { System.Numerics.Complex.One })));
    }
}
