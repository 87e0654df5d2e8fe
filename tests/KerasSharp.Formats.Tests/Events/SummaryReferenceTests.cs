using System.Globalization;
using System.Text.Json;
using KerasSharp.Formats.Events;
using KerasSharp.Testing;
using NumSharp;

namespace KerasSharp.Formats.Tests.Events;

/// <summary>Summaries of special data against real TensorFlow and TensorBoard, asked live.</summary>
public sealed class SummaryReferenceTests
{
    /// <summary>All questions in one process, as starting TensorFlow takes longer than answering them.</summary>
    private const string Script = """
        import base64, json, tensorflow as tf
        from tensorboard.plugins.histogram import summary_v2 as histogram
        from tensorboard.plugins.hparams import summary_v2 as hparams
        from tensorboard.plugins.pr_curve import summary as pr_curve
        def text(b): return base64.b64encode(b).decode()
        def save(name, array): np.save(sys.argv[1] + '/' + name + '.npy', array)
        sound = np.float32([0, .5, -.5, 1, -1, 2, -2, .3, 1/65536, -1/65536, 3/65536, .999999]).reshape(6, 2)
        def pixels(kind):
          t = np.dtype(kind)
          x = np.linspace(-.1, 1.1, 48) if t.kind == 'f' else np.concatenate([np.linspace(float(np.iinfo(t).min), float(np.iinfo(t).max) * .999, 40), np.arange(8)])
          x = x.astype(t).reshape(1, 4, 4, 3)
          save(kind, x)
          return text(tf.image.convert_image_dtype(x, tf.uint8, saturate=True).numpy().tobytes())
        data = [[1, 2, float('inf')], [1, float('nan'), 2], [float('-inf'), 0], [1e308, -1e308]]
        trials = [{'lr': 1e-05, 'b': 0.0001, 'n': 16, 'x': 1.0, 's': 'a"\\\n\u0446\u007f', 'f': False, 'big': 1e16, 'near': 123456789012345.6, 'neg': -2.5e-10, 'zero': 0.0, 'f32': float(np.float32(0.1)), 'k': 1e15, 'm': 1.5e300},
          {}, {'b': True, 'a': 5e-324}]
        r = np.random.RandomState(3)
        labels, predictions, weights = r.rand(50) > .4, r.rand(50), r.rand(50)
        save('labels', labels); save('predictions', predictions); save('weights', weights)
        print(json.dumps({
          'sound': text(tf.audio.encode_wav(sound, 44100).numpy()),
          'pixels': {k: pixels(k) for k in ['float16', 'float32', 'float64', 'int8', 'int16', 'int32', 'int64', 'uint8', 'uint16']},
          'histograms': [[repr(float(v)) for v in histogram._buckets(tf.constant(d, tf.float64), 3).numpy().reshape(-1)] for d in data],
          'trials': [hparams._derive_session_group_name(None, t) for t in trials],
          'curve': tf.make_ndarray(pr_curve.pb('a', labels, predictions, 7, weights).value[0].tensor).reshape(-1).tolist()}))
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("kerassharp-summaries-").FullName;
    private JsonElement? answers;

    [OneTimeTearDown]
    public void Delete() => Directory.Delete(folder, recursive: true);

    private JsonElement Expected(string name) =>
        (answers ??= JsonDocument.Parse(ReferencePython.Run(Script, folder)).RootElement).GetProperty(name);

    private SummaryValue Written(Action<EventFileWriter> write)
    {
        using var writer = new EventFileWriter(folder);
        write(writer);
        writer.Dispose();
        return EventFileReader.Read(writer.Path).Last().Values.Single();
    }

    [Test]
    public void Sounds_are_the_files_of_TensorFlow()
    {
        var samples = np.array(new[] { 0, 0.5f, -0.5f, 1, -1, 2, -2, 0.3f, 1 / 65536f, -1 / 65536f, 3 / 65536f, 0.999999f })
            .reshape(1, 6, 2);
        var expected = Expected("sound");
        var value = Written(writer => writer.Audio("sound", samples, 44100, 0));
        Assert.That(value.Tensor!.Strings[0], Is.EqualTo(expected.GetBytesFromBase64()));
        Assert.That(value.Tensor.Strings[1], Is.Empty);
        Assert.That(value.Metadata!.Content.ToArray(), Is.EqualTo(new byte[] { 0x10, 11 }));
    }

    [Test]
    public void Pixels_of_every_type_become_those_of_TensorFlow()
    {
        foreach (var kind in Expected("pixels").EnumerateObject())
        {
            var data = (NDArray)np.load(Path.Combine(folder, kind.Name + ".npy"));
            var value = Written(writer => writer.Image("image", data, 0));
            Assert.That(Pixels.Of(value.Tensor!.Strings[2], 3), Is.EqualTo(kind.Value.GetBytesFromBase64()), kind.Name);
        }
    }

    [Test]
    public void Gray_with_alpha_and_black_and_white_are_shown()
    {
        var gray = np.array(new byte[] { 10, 0, 20, 255 }).reshape(1, 1, 2, 2);
        Assert.That(
            Pixels.Of(Written(writer => writer.Image("a", gray, 0)).Tensor!.Strings[2], 4),
            Is.EqualTo(new byte[] { 10, 10, 10, 0, 20, 20, 20, 255 })
        );
        var mask = np.array(new[] { true, false }).reshape(1, 1, 2, 1);
        Assert.That(Pixels.Of(Written(writer => writer.Image("a", mask, 0)).Tensor!.Strings[2], 1), Is.EqualTo(new byte[] { 255, 0 }));
    }

    [Test]
    public void Views_of_arrays_are_written_as_they_look()
    {
        var image = np.arange(24).reshape(2, 4, 3).astype(NPTypeCode.Byte);
        var turned = image.transpose([1, 0, 2]);
        Assert.That(
            Pixels.Of(Written(writer => writer.Image("a", turned, 0)).Tensor!.Strings[2], 3),
            Is.EqualTo(np.ascontiguousarray(turned).ToArray<byte>())
        );
        Assert.That(Written(writer => writer.Histogram("a", image[":, ::2"], 0)).Tensor!.Elements<double>()[^2], Is.EqualTo(20));
    }

    [Test]
    public void Histograms_of_values_that_are_not_finite_are_those_of_TensorFlow()
    {
        double[][] data =
        [
            [1, 2, double.PositiveInfinity],
            [1, double.NaN, 2],
            [double.NegativeInfinity, 0],
            [1e308, -1e308],
        ];
        var expected = Expected("histograms");
        for (int i = 0; i < data.Length; i++)
            Assert.That(
                HistogramBuckets.Of(data[i], 3).Elements<double>().ToArray(),
                Is.EqualTo(expected[i].EnumerateArray().Select(text => Number(text.GetString()!))),
                $"histogram {i}"
            );
    }

    private static double Number(string text) =>
        text switch
        {
            "inf" => double.PositiveInfinity,
            "-inf" => double.NegativeInfinity,
            "nan" => double.NaN,
            _ => double.Parse(text, CultureInfo.InvariantCulture),
        };

    [Test]
    public void Trials_without_a_name_are_called_as_by_TensorBoard()
    {
        Dictionary<string, object>[] trials =
        [
            new()
            {
                ["lr"] = 1e-05,
                ["b"] = 0.0001,
                ["n"] = 16,
                ["x"] = 1.0,
                ["s"] = "a\"\\\nц\u007f",
                ["f"] = false,
                ["big"] = 1e16,
                ["near"] = 123456789012345.6,
                ["neg"] = -2.5e-10,
                ["zero"] = 0.0,
                ["f32"] = 0.1f,
                ["k"] = 1e15,
                ["m"] = 1.5e300,
            },
            [],
            new() { ["b"] = true, ["a"] = double.Epsilon },
        ];
        Assert.That(trials.Select(TrialName.Of), Is.EqualTo(Expected("trials").EnumerateArray().Select(name => name.GetString())));
    }

    [Test]
    public void Weighted_curves_are_those_of_TensorBoard()
    {
        var expected = Expected("curve").EnumerateArray().Select(value => value.GetSingle()).ToArray();
        NDArray Load(string name) => (NDArray)np.load(Path.Combine(folder, name + ".npy"));
        var value = Written(writer => writer.PrCurve("a", Load("labels"), Load("predictions"), 0, 7, Load("weights")));
        Assert.That(value.Tensor!.Elements<float>().ToArray(), Is.EqualTo(expected).Within(1).Ulps);
    }

    [TestCase("rank", "[2, 3]")]
    [TestCase("channels", "[1, 2, 2, 5]")]
    [TestCase("empty", "[1, 0, 2, 3]")]
    public void Images_of_another_shape_are_refused(string what, string shape)
    {
        var data = np.zeros(JsonSerializer.Deserialize<long[]>(shape)!);
        var error = Assert.Throws<ArgumentException>(() => Written(writer => writer.Image(what, data, 0)))!;
        Assert.That(error.Message, Does.Contain(shape));
    }

    [Test]
    public void Arguments_that_cannot_be_shown_are_refused()
    {
        using var writer = new EventFileWriter(folder);
        var complex = np.array(new[] { System.Numerics.Complex.One });
        Assert.Throws<ArgumentException>(() => writer.Histogram("a", complex, 0));
        Assert.Throws<ArgumentException>(() => writer.LegacyHistogram("a", np.array(new[] { double.NaN }), 0));
        Assert.Throws<ArgumentException>(() => writer.Image("a", [new byte[3]], 0));
        Assert.Throws<ArgumentException>(() => writer.Audio("a", np.zeros(new long[] { 2, 2 }), 8000, 0));
        Assert.Throws<ArgumentException>(() => writer.PrCurve("a", np.array(new[] { true }), np.array(new[] { 0.5, 0.5 }), 0));
        Assert.Throws<ArgumentException>(() => writer.Mesh("a", np.zeros(new long[] { 2, 2 }), 0));
        Assert.Throws<ArgumentException>(() => writer.HParams(new Dictionary<string, object> { ["a"] = new object() }));
        Assert.Throws<ArgumentException>(() =>
            EmbeddingProjector.Write(folder, [new ProjectedEmbedding("a") { Tensor = np.zeros(new long[] { 2 }) }])
        );
    }
}
