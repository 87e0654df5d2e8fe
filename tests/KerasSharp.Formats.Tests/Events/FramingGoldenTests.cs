using System.Globalization;
using System.Text;
using System.Text.Json;
using Google.Protobuf;
using KerasSharp.Formats.Checksums;
using KerasSharp.Formats.Events;
using KerasSharp.Formats.Protobuf;
using KerasSharp.Formats.Protobuf.TextFormat;
using KerasSharp.Formats.Records;
using KerasSharp.Testing;

namespace KerasSharp.Formats.Tests.Events;

/// <summary>Checksums, records and file names of TensorFlow's event files.</summary>
public sealed class FramingGoldenTests
{
    private static IEnumerable<TestCaseData> Cases() => EventCases.Of(group => group == "framing");

    [TestCaseSource(nameof(Cases))]
    public void Frames_are_TensorFlows(GoldenCase golden)
    {
        switch (golden.Json.GetProperty("format").GetString())
        {
            case "crc32c":
                AssertChecksums(golden.Json);
                break;
            case "record-framing":
                AssertRecord(golden.Json);
                break;
            case "file-name":
                AssertNames(golden.Json);
                break;
            default:
                Assert.Fail($"{golden}: an unknown format.");
                break;
        }
    }

    private static void AssertChecksums(JsonElement json)
    {
        foreach (var text in json.GetProperty("of").EnumerateObject())
        {
            var bytes = Encoding.UTF8.GetBytes(text.Name);
            Assert.That(Crc32C.Compute(bytes), Is.EqualTo(Hex(text.Value, "crc32c")), text.Name);
            Assert.That(Crc32C.Masked(bytes), Is.EqualTo(Hex(text.Value, "masked")), text.Name);
        }
    }

    private static void AssertRecord(JsonElement json)
    {
        var message = TextFormatReader.Read<Event>(json.GetProperty("event_text").GetString()!, "event");
        var data = message.ToByteArray();
        var record = new byte[data.Length + RecordFrame.Size];
        data.CopyTo(record, RecordFrame.HeaderSize);
        RecordFrame.Close(record);
        Assert.That(Convert.ToHexStringLower(data), Is.EqualTo(json.GetProperty("event_hex").GetString()));
        Assert.That(data, Has.Length.EqualTo(json.GetProperty("length").GetInt32()));
        Assert.That(Crc32C.Compute(data), Is.EqualTo(Hex(json, "data_crc32c")));
        Assert.That(Convert.ToHexStringLower(record), Is.EqualTo(json.GetProperty("record_hex").GetString()));
        if (message.WhatCase == Event.WhatOneofCase.FileVersion)
            AssertFirstEvent(message);
    }

    private static void AssertFirstEvent(Event expected)
    {
        var first = EventVersion.First();
        first.WallTime = expected.WallTime;
        Assert.That(first, Is.EqualTo(expected));
    }

    private static void AssertNames(JsonElement json)
    {
        var time = DateTimeOffset.FromUnixTimeSeconds(1500000000);
        Assert.That(
            EventFileName.Of(time, "host", 1, 0, new EventFileWriterOptions().FileSuffix),
            Is.EqualTo(json.GetProperty("examples")[0].GetString())
        );
        foreach (var name in json.GetProperty("examples").EnumerateArray())
            Assert.That(EventFileName.IsEventFile(Path.Combine("tfevents", name.GetString()!)));
        Assert.That(EventFileName.IsEventFile(Path.Combine("tfevents", "checkpoint")), Is.False);
    }

    private static uint Hex(JsonElement json, string name) =>
        uint.Parse(json.GetProperty(name).GetString()!, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
