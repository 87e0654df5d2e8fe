using System.Globalization;
using System.Text.Json;
using KerasSharp.Formats.Checksums;
using KerasSharp.Formats.Records;
using KerasSharp.Testing;

namespace KerasSharp.Formats.Tests.Records;

/// <summary>TFRecord files of TensorFlow, whole and damaged: their records, checksums, examples, and where reading ends.</summary>
public sealed class TFRecordGoldenTests
{
    private static IEnumerable<TestCaseData> Cases() => GoldenFamily.TestCases("files", "tfrecord");

    [TestCaseSource(nameof(Cases))]
    public void Records_are_TensorFlows(GoldenCase golden)
    {
        using var files = golden.ExtractFiles();
        var path = files[golden.Json.GetProperty("file").GetString()!];
        var compression = Compression(golden.Json);
        var records = Read(path, compression, out var error);
        JsonElement[] expected = [.. golden.Json.GetProperty("records").EnumerateArray()];
        Assert.That(error is not null, Is.EqualTo(golden.Json.GetProperty("error").ValueKind == JsonValueKind.Object), error?.Message);
        Assert.That(records, Has.Count.EqualTo(expected.Length));
        for (int i = 0; i < expected.Length; i++)
            AssertRecord(expected[i], records[i], golden.Json);
        AssertAsync(path, compression, records, error is not null);
        if (error is null && compression == RecordCompression.None)
            Assert.That(Rewritten(records), Is.EqualTo(File.ReadAllBytes(path)));
        if (error is not null)
            Assert.That(error.Message, Does.Contain(path).And.Contain($"record {expected.Length} at byte"));
    }

    private static RecordCompression Compression(JsonElement json) =>
        json.GetProperty("compression").GetString() is { } name
            ? Enum.Parse<RecordCompression>(name, ignoreCase: true)
            : RecordCompression.None;

    private static List<byte[]> Read(string path, RecordCompression compression, out FileFormatException? error)
    {
        var records = new List<byte[]>();
        error = null;
        try
        {
            foreach (var record in TFRecordFile.Read(path, compression, reuseBuffer: true))
                records.Add(record.ToArray());
        }
        catch (FileFormatException e)
        {
            error = e;
        }
        return records;
    }

    private static void AssertAsync(string path, RecordCompression compression, List<byte[]> records, bool fails)
    {
        async Task<List<byte[]>> ReadAll()
        {
            var read = new List<byte[]>();
            try
            {
                await foreach (var record in TFRecordFile.ReadAsync(path, compression))
                    read.Add(record.ToArray());
            }
            catch (FileFormatException) when (fails) { }
            return read;
        }
        Assert.That(ReadAll().Result, Is.EqualTo(records));
    }

    private static byte[] Rewritten(List<byte[]> records)
    {
        using var stream = new MemoryStream();
        using (var writer = new TFRecordWriter(stream))
            records.ForEach(record => writer.Write(record));
        return stream.ToArray();
    }

    private static void AssertRecord(JsonElement expected, byte[] record, JsonElement json)
    {
        Assert.That(record, Is.EqualTo(expected.GetProperty("base64").GetBytesFromBase64()));
        Assert.That(Crc32C.Masked(record), Is.EqualTo(Hex(expected, "data_crc_masked")));
        Assert.That(Crc32C.Masked(BitConverter.GetBytes((long)record.Length)), Is.EqualTo(Hex(expected, "length_crc_masked")));
        if (json.TryGetProperty("sequence_example", out var sequence))
            AssertSequence(sequence, record);
        else if (expected.GetProperty("example").ValueKind == JsonValueKind.Null)
            Assert.Throws<FileFormatException>(() => Example.Parse(record, "here"));
        else
            AssertExample(expected.GetProperty("example"), record);
    }

    private static uint Hex(JsonElement record, string name) =>
        uint.Parse(record.GetProperty(name).GetString()!, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static void AssertExample(JsonElement expected, byte[] record)
    {
        var example = Example.Parse(record);
        Assert.That(example.Features.Keys, Is.EquivalentTo(expected.EnumerateObject().Select(property => property.Name)));
        foreach (var property in expected.EnumerateObject())
            AssertFeature(property.Value, example[property.Name]);
        // An example without features may have been written in two ways.
        if (example.Features.Count > 0)
            Assert.That(example.ToBytes(), Is.EqualTo(record));
    }

    private static void AssertFeature(JsonElement expected, Feature feature)
    {
        JsonElement[] values = expected.TryGetProperty("value", out var list) ? [.. list.EnumerateArray()] : [];
        Assert.That(feature.Count, Is.EqualTo(values.Length));
        switch (expected.GetProperty("kind").GetString())
        {
            case "bytes_list":
                Assert.That(feature.Kind, Is.EqualTo(FeatureKind.Bytes));
                Assert.That(feature.Bytes.Select(bytes => bytes.ToArray()), Is.EqualTo(values.Select(value => value.GetBytesFromBase64())));
                break;
            case "float_list":
                Assert.That(feature.Kind, Is.EqualTo(FeatureKind.Float));
                Assert.That(feature.Floats.Select(BitConverter.SingleToInt32Bits), Is.EqualTo(values.Select(Bits)));
                break;
            case "int64_list":
                Assert.That(feature.Kind, Is.EqualTo(FeatureKind.Int64));
                Assert.That(feature.Int64s, Is.EqualTo(values.Select(value => value.GetInt64())));
                break;
            default:
                Assert.That(feature.Kind, Is.EqualTo(FeatureKind.None));
                break;
        }
    }

    private static int Bits(JsonElement value) =>
        BitConverter.SingleToInt32Bits(
            value.ValueKind == JsonValueKind.String
                ? float.Parse(value.GetString()!.Replace("inf", "Infinity"), CultureInfo.InvariantCulture)
                : (float)value.GetDouble()
        );

    private static void AssertSequence(JsonElement expected, byte[] record)
    {
        var example = SequenceExample.Parse(record);
        foreach (var property in expected.GetProperty("context").EnumerateObject())
            Assert.That(Numbers(example.Context[property.Name]), Is.EqualTo(Numbers(property.Value)));
        foreach (var property in expected.EnumerateObject().Where(property => property.Name != "context"))
            Assert.That(example.FeatureLists[property.Name].Select(Numbers), Is.EqualTo(property.Value.EnumerateArray().Select(Numbers)));
        Assert.That(example.ToBytes(), Is.EqualTo(record));
    }

    private static double[] Numbers(JsonElement values) => [.. values.EnumerateArray().Select(value => value.GetDouble())];

    private static double[] Numbers(Feature feature) =>
        [.. feature.Floats.Select(value => (double)value), .. feature.Int64s.Select(value => (double)value)];
}
