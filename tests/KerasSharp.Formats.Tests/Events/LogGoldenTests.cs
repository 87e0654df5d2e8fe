using KerasSharp.Formats.Events;
using KerasSharp.Testing;

namespace KerasSharp.Formats.Tests.Events;

/// <summary>Log directories of TensorFlow, Keras and TensorBoard: every event read, written again byte for byte, and summaries made from the same data.</summary>
public sealed class LogGoldenTests
{
    private static IEnumerable<TestCaseData> Cases() => EventCases.Of(group => group is not ("framing" or "buckets"));

    [TestCaseSource(nameof(Cases))]
    public void Logs_are_TensorFlows(GoldenCase golden)
    {
        using var files = golden.ExtractFiles();
        var logs = EventCases.LogDirectory(golden, files);
        var expected = golden.Json.GetProperty("events");
        foreach (var file in EventCases.EventFiles(golden))
        {
            var path = Path.Combine(logs, file);
            LogEvent[] events = [.. EventFileReader.Read(path)];
            var all = expected.GetProperty(file);
            Assert.That(events, Has.Length.EqualTo(all.GetArrayLength()), file);
            for (int i = 0; i < events.Length; i++)
                new EventExpectation(golden).AssertEvent(all[i], events[i]);
            Assert.That(
                File.ReadAllBytes(Replay.File(path, files["replay"])),
                Is.EqualTo(File.ReadAllBytes(path)),
                $"{file}, written again"
            );
        }
        AssertRuns(golden, logs);
        SummaryData.AssertMadeFrom(golden, [.. LogDirectory.Read(logs).SelectMany(next => next.Event.Values)], files["made"]);
        AssertProjector(golden, logs, files["projector"]);
    }

    private static void AssertRuns(GoldenCase golden, string logs)
    {
        var runs = golden.Json.GetProperty("tensorboard_sees").GetProperty("runs").EnumerateArray().Select(run => run.GetString());
        Assert.That(LogDirectory.FindRuns(logs).Keys, Is.EqualTo(runs));
        Assert.That(
            LogDirectory.FindRuns(logs).Values.SelectMany(run => run).Select(file => Path.GetRelativePath(logs, file).Replace('\\', '/')),
            Is.EquivalentTo(EventCases.EventFiles(golden))
        );
    }

    private static void AssertProjector(GoldenCase golden, string logs, string folder)
    {
        if (!golden.Json.TryGetProperty("projector_config", out var configs))
            return;
        foreach (var config in configs.EnumerateObject())
        {
            var embeddings = EmbeddingProjector.Read(Path.Combine(logs, Path.GetDirectoryName(config.Name)!));
            EmbeddingProjector.Write(folder, embeddings);
            Assert.That(File.ReadAllText(Path.Combine(folder, "projector_config.pbtxt")), Is.EqualTo(config.Value.GetString()));
        }
    }
}
