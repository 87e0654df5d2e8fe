using KerasSharp.Formats.Events;

namespace KerasSharp.Formats.Tests.Events;

/// <summary>Reading of files and folders that grow, or that were left unfinished.</summary>
public sealed class EventReadingTests
{
    private string folder = "";

    [SetUp]
    public void Make() => folder = Directory.CreateTempSubdirectory("kerassharp-events-").FullName;

    [TearDown]
    public void Delete() => Directory.Delete(folder, recursive: true);

    private byte[] SomeFile()
    {
        using var writer = new EventFileWriter(Path.Combine(folder, "some"));
        for (int i = 0; i < 5; i++)
            writer.Scalar("a", i, i);
        writer.Dispose();
        return File.ReadAllBytes(writer.Path);
    }

    [Test]
    public void A_growing_file_gives_each_event_once_and_whole()
    {
        var bytes = SomeFile();
        var path = Path.Combine(folder, "tfevents");
        using var growing = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        using var reader = new EventFileReader(path);
        var steps = new List<long>();
        foreach (var next in bytes)
        {
            growing.WriteByte(next);
            steps.AddRange(reader.ReadAvailable().Select(read => read.Step));
        }
        Assert.That(steps, Is.EqualTo(new[] { 0, 0, 1, 2, 3, 4 }));
        Assert.That(reader.Position, Is.EqualTo(bytes.Length));
    }

    [Test]
    public void A_torn_end_is_an_error_unless_it_is_allowed()
    {
        var path = Path.Combine(folder, "tfevents");
        File.WriteAllBytes(path, SomeFile()[..^3]);
        Assert.That(EventFileReader.Read(path, allowTornEnd: true).Count(), Is.EqualTo(5));
        var error = Assert.Throws<FileFormatException>(() => EventFileReader.Read(path).Count())!;
        Assert.That(error.Message, Does.Contain(path).And.Contain("record 5 at byte").And.Contain("cut off"));
    }

    [Test]
    public async Task Following_a_folder_finds_new_events_files_and_runs()
    {
        using var logs = new LogDirectory(folder);
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var first = new EventFileWriter(Path.Combine(folder, "train"));
        EventFileWriter? second = null;
        var found = new List<(string, long)>();
        await foreach (var (run, next) in logs.FollowAsync(TimeSpan.FromMilliseconds(1), cancellation: stop.Token))
        {
            found.Add((run, next.Step));
            if (found.Count == 1)
            {
                first.Scalar("a", 1, 10);
                first.Flush();
            }
            else if (found.Count == 2)
            {
                second = new EventFileWriter(Path.Combine(folder, "eval", "test"));
                second.Scalar("a", 1, 20);
                second.Dispose();
            }
            else if (found.Count == 4)
                break;
        }
        second?.Dispose();
        Assert.That(found, Is.EqualTo(new[] { ("train", 0L), ("train", 10), ("eval/test", 0), ("eval/test", 20) }));
    }

    [Test]
    public void Runs_are_named_by_their_folders()
    {
        foreach (var run in new[] { ".", "a/b", "a" })
            new EventFileWriter(Path.Combine(folder, run)).Dispose();
        File.WriteAllText(Path.Combine(folder, "a", "notes.txt"), "no events");
        Assert.That(LogDirectory.FindRuns(folder).Keys, Is.EqualTo(new[] { ".", "a", "a/b" }));
        Assert.That(LogDirectory.Read(folder).Select(next => next.Run), Is.EqualTo(new[] { ".", "a", "a/b" }));
    }
}
