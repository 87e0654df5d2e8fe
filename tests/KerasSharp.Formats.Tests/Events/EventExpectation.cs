using System.Globalization;
using System.Text;
using System.Text.Json;
using KerasSharp.Formats.Events;
using KerasSharp.Formats.Protobuf;
using KerasSharp.Formats.Protobuf.HParams;
using KerasSharp.Formats.Protobuf.Plugins;
using KerasSharp.Testing;

namespace KerasSharp.Formats.Tests.Events;

/// <summary>Compares an event that was read with what a golden case's JSON says of it.</summary>
internal sealed class EventExpectation(GoldenCase golden)
{
    public static double Number(JsonElement json) =>
        json.ValueKind == JsonValueKind.Number
            ? json.GetDouble()
            : json.GetString() switch
            {
                "inf" => double.PositiveInfinity,
                "-inf" => double.NegativeInfinity,
                _ => double.NaN,
            };

    public void AssertEvent(JsonElement expected, LogEvent actual)
    {
        Assert.That(actual.Step, Is.EqualTo(expected.GetProperty("step").GetInt64()));
        switch (expected.GetProperty("what").GetString())
        {
            case "file_version":
                Assert.That(actual.FileVersion, Is.EqualTo(expected.GetProperty("file_version").GetString()));
                Assert.That(actual.SourceWriter, Is.EqualTo(expected.GetProperty("source_writer").GetString()));
                break;
            case "summary":
                JsonElement[] values = [.. expected.GetProperty("values").EnumerateArray()];
                Assert.That(actual.Values, Has.Count.EqualTo(values.Length));
                for (int i = 0; i < values.Length; i++)
                    AssertValue(values[i], actual.Values[i]);
                break;
            case "graph_def":
                AssertGraph(expected.GetProperty("graph"), GraphDef.Parser.ParseFrom(actual.GraphDef.Span));
                break;
            case "meta_graph_def":
                Assert.That(actual.MetaGraphDef.Length, Is.EqualTo(expected.GetProperty("bytes").GetInt32()));
                break;
            case "tagged_run_metadata":
                Assert.That(actual.RunTag, Is.EqualTo(expected.GetProperty("tag").GetString()));
                Assert.That(actual.RunMetadata.Length, Is.EqualTo(expected.GetProperty("bytes").GetInt32()));
                break;
            case "session_log":
                Assert.That(actual.Session.ToString(), Is.EqualTo(expected.GetProperty("status").GetString()).IgnoreCase);
                break;
            case var what:
                Assert.Fail($"{golden}: the kind {what} is not compared.");
                break;
        }
    }

    private static void AssertGraph(JsonElement expected, GraphDef graph)
    {
        Assert.That(graph.Node, Has.Count.EqualTo(expected.GetProperty("nodes").GetInt32()));
        Assert.That(graph.Versions.Producer, Is.EqualTo(expected.GetProperty("producer").GetInt32()));
        Assert.That(
            (graph.Library?.Function ?? []).Select(function => function.Signature.Name),
            Is.EquivalentTo(expected.GetProperty("functions").EnumerateArray().Select(name => name.GetString()))
        );
        Assert.That(
            graph.Node.CountBy(node => node.Op).ToDictionary(),
            Is.EquivalentTo(expected.GetProperty("ops").EnumerateObject().ToDictionary(op => op.Name, op => op.Value.GetInt32()))
        );
    }

    private void AssertValue(JsonElement expected, SummaryValue actual)
    {
        Assert.That(actual.Tag, Is.EqualTo(expected.GetProperty("tag").GetString()));
        AssertMetadata(expected, actual.Metadata);
        switch (expected.GetProperty("value").GetString())
        {
            case "tensor":
                AssertTensor(expected.GetProperty("tensor"), actual.Tensor!);
                break;
            case "simple_value":
                Assert.That(actual.Scalar, Is.EqualTo(Number(expected.GetProperty("simple_value"))));
                break;
            case "histo":
                AssertHistogram(expected.GetProperty("histo"), actual.Histogram!);
                break;
            case "image":
                var (image, picture) = (expected.GetProperty("image"), actual.Image!);
                Assert.That(
                    new[] { picture.Height, picture.Width, picture.Channels },
                    Is.EqualTo(Integers(image, "height", "width", "colorspace"))
                );
                AssertFile(image, picture.Encoded.ToArray());
                break;
            case "audio":
                var (audio, sound) = (expected.GetProperty("audio"), actual.Audio!);
                Assert.That(
                    new[] { (long)sound.SampleRate, sound.Channels, sound.Frames },
                    Is.EqualTo(Integers(audio, "sample_rate", "num_channels", "length_frames"))
                );
                Assert.That(sound.ContentType, Is.EqualTo(audio.GetProperty("content_type").GetString()));
                AssertFile(audio, sound.Encoded.ToArray());
                break;
            case var kind:
                Assert.Fail($"{golden}: values of the kind {kind} are not compared.");
                break;
        }
    }

    private static int[] Integers(JsonElement json, params string[] names) =>
        [.. names.Select(name => (int)json.GetProperty(name).GetDouble())];

    private static void AssertMetadata(JsonElement expected, KerasSharp.Formats.Events.SummaryMetadata? actual)
    {
        Assert.That(actual is not null, Is.EqualTo(expected.TryGetProperty("plugin", out var plugin)));
        if (actual is null)
            return;
        Assert.That(actual.Plugin, Is.EqualTo(plugin.GetString()));
        Assert.That(actual.DisplayName, Is.EqualTo(expected.GetProperty("display_name").GetString()));
        Assert.That(actual.Description, Is.EqualTo(expected.GetProperty("description").GetString()));
        Assert.That($"DATA_CLASS_{actual.DataClass}", Is.EqualTo(expected.GetProperty("data_class").GetString()).IgnoreCase);
        if (expected.GetProperty("content_hex").GetString() is { } hex)
            Assert.That(Convert.ToHexStringLower(actual.Content.Span), Is.EqualTo(hex));
        if (expected.TryGetProperty("decoded", out var decoded))
            AssertContent(decoded, actual);
    }

    private static void AssertContent(JsonElement expected, KerasSharp.Formats.Events.SummaryMetadata actual)
    {
        if (actual.Plugin == "pr_curves")
            Assert.That(
                PrCurvePluginData.Parser.ParseFrom(actual.Content.Span).NumThresholds,
                Is.EqualTo(expected.GetProperty("num_thresholds").GetUInt32())
            );
        if (actual.Plugin == "hparams")
            HParamsExpectation.Assert(expected, HParamsPluginData.Parser.ParseFrom(actual.Content.Span));
    }

    private void AssertTensor(JsonElement expected, TensorValue actual)
    {
        Assert.That(
            $"DT_{actual.DType}".Replace("32", "").Replace("Float64", "Double"),
            Is.EqualTo(expected.GetProperty("dtype").GetString()!.Replace("32", "")).IgnoreCase
        );
        Assert.That(actual.Shape.ToArray(), Is.EqualTo(expected.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64())));
        JsonElement[] values = [.. expected.GetProperty("values").EnumerateArray()];
        if (actual.DType != DType.String)
            Assert.That(Doubles.Of(actual.ToNDArray().reshape(-1)), Is.EqualTo(values.Select(Number)));
        else
            for (int i = 0; i < values.Length; i++)
                AssertString(values[i], actual.Strings[i]);
    }

    private void AssertString(JsonElement expected, byte[] actual)
    {
        if (expected.ValueKind == JsonValueKind.String)
            Assert.That(Encoding.UTF8.GetString(actual), Is.EqualTo(expected.GetString()));
        else if (expected.TryGetProperty("array", out _))
            AssertFile(expected, actual);
        else
            Assert.That(JsonElement.DeepEquals(JsonDocument.Parse(actual).RootElement, expected), $"{golden}: the JSON differs.");
    }

    private static void AssertHistogram(JsonElement expected, LegacyHistogram actual)
    {
        Assert.That(
            new[] { actual.Min, actual.Max, actual.Count, actual.Sum, actual.SumOfSquares },
            Is.EqualTo(new[] { "min", "max", "num", "sum", "sum_squares" }.Select(name => expected.GetProperty(name).GetDouble()))
        );
        Assert.That(actual.Limits, Is.EqualTo(expected.GetProperty("bucket_limit").EnumerateArray().Select(Number)));
        Assert.That(actual.Counts, Is.EqualTo(expected.GetProperty("bucket").EnumerateArray().Select(Number)));
    }

    /// <summary>A picture or a sound, whose pixels or samples are one of the case's arrays.</summary>
    private void AssertFile(JsonElement expected, byte[] file)
    {
        var array = golden.Array(expected.GetProperty("array").GetString()!);
        if (file.AsSpan().StartsWith("RIFF"u8))
            Assert.That(file[44..], Is.EqualTo(array.Raw));
        else
            Assert.That(Pixels.Of(file, (int)array.Shape[2]), Is.EqualTo(array.Raw));
    }
}
