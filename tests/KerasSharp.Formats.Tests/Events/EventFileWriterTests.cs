using KerasSharp.Formats.Events;
using NumSharp;

namespace KerasSharp.Formats.Tests.Events;

/// <summary>What a writer promises of order, time and loss.</summary>
public sealed class EventFileWriterTests
{
    private string folder = "";

    [SetUp]
    public void Make() => folder = Directory.CreateTempSubdirectory("kerassharp-events-").FullName;

    [TearDown]
    public void Delete() => Directory.Delete(folder, recursive: true);

    [Test]
    public void Each_thread_finds_its_events_in_order()
    {
        const int threads = 4;
        const int each = 5000;
        string path;
        using (var writer = new EventFileWriter(folder, new EventFileWriterOptions { QueueCapacity = 1 << 12 }))
        {
            path = writer.Path;
            Parallel.For(
                0,
                threads,
                new ParallelOptions { MaxDegreeOfParallelism = threads },
                thread =>
                {
                    for (int i = 0; i < each; i++)
                        writer.Scalar($"thread {thread}", i, i);
                }
            );
        }
        var steps = EventFileReader
            .Read(path)
            .SelectMany(next => next.Values.Select(value => (value.Tag, next.Step)))
            .ToLookup(pair => pair.Tag, pair => pair.Step);
        Assert.That(steps, Has.Count.EqualTo(threads));
        foreach (var thread in steps)
            Assert.That(thread, Is.EqualTo(Enumerable.Range(0, each)));
    }

    [Test]
    public void Flush_returns_when_all_is_in_the_file()
    {
        using var writer = new EventFileWriter(folder, new EventFileWriterOptions { FlushInterval = TimeSpan.FromHours(1) });
        for (int i = 1; i <= 100; i++)
        {
            writer.Scalar("a", i, i);
            writer.Flush();
            Assert.That(EventFileReader.Read(writer.Path).Last().Step, Is.EqualTo(i));
        }
    }

    [Test]
    public void Events_reach_the_file_when_the_interval_has_passed()
    {
        var clock = new ManualClock();
        using var writer = new EventFileWriter(
            folder,
            new EventFileWriterOptions { Clock = clock, FlushInterval = TimeSpan.FromSeconds(3) }
        );
        writer.Scalar("a", 1, 7);
        Assert.That(EventFileReader.Read(writer.Path).Count(), Is.EqualTo(1));
        Assert.That(clock.Interval, Is.EqualTo(TimeSpan.FromSeconds(3)));
        clock.Ring();
        Assert.That(
            () => EventFileReader.Read(writer.Path, allowTornEnd: true).Count(),
            Is.EqualTo(2).After(delayInMilliseconds: 10_000, pollingInterval: 5)
        );
    }

    [Test]
    public void The_first_event_is_there_at_once_and_the_clock_tells_the_time()
    {
        var clock = new ReplayClock { Now = DateTimeOffset.UnixEpoch.AddSeconds(1_600_000_000.25) };
        using var writer = new EventFileWriter(folder, new EventFileWriterOptions { Clock = clock, HostName = "host" });
        var first = EventFileReader.Read(writer.Path).Single();
        Assert.That((first.FileVersion, first.WallTime), Is.EqualTo(("brain.Event:2", 1_600_000_000.25)));
        Assert.That(
            Path.GetFileName(writer.Path),
            Does.Match($@"^events\.out\.tfevents\.1600000000\.host\.{Environment.ProcessId}\.\d+\.v2$")
        );
    }

    [Test]
    public void Writers_of_one_folder_have_files_of_their_own()
    {
        using var one = new EventFileWriter(folder);
        using var two = new EventFileWriter(folder);
        Assert.That(one.Path, Is.Not.EqualTo(two.Path));
        Assert.That(LogDirectory.FindRuns(folder)["."], Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_closed_writer_refuses_events()
    {
        var writer = new EventFileWriter(folder);
        await writer.FlushAsync();
        await writer.DisposeAsync();
        writer.Dispose();
        Assert.Throws<ObjectDisposedException>(() => writer.Scalar("a", 1, 1));
    }

    [Test]
    public void Options_that_cannot_work_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _ = new EventFileWriterOptions { QueueCapacity = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => _ = new EventFileWriterOptions { FlushInterval = TimeSpan.Zero });
    }

    [Test]
    public void What_was_passed_may_be_changed_at_once()
    {
        string path;
        using (var writer = new EventFileWriter(folder))
        {
            path = writer.Path;
            var image = np.zeros(new long[] { 1, 2, 2, 1 }, NPTypeCode.Byte);
            writer.Write("a", TensorValue.From(image), 0);
            image[0, 0, 0, 0] = (byte)9;
        }
        Assert.That(EventFileReader.Read(path).Last().Values[0].Tensor!.Bytes.ToArray(), Is.EqualTo(new byte[4]));
    }

    [Test]
    public void A_file_that_cannot_be_written_is_told_at_the_next_call()
    {
        using var queue = new EventQueue(new Broken(), new EventFileWriterOptions());
        queue.Append(EventVersion.First());
        Assert.That(Assert.Throws<IOException>(queue.Flush)!.Message, Does.Contain("no room"));
        Assert.Throws<IOException>(() => queue.Append(EventVersion.First()));
        Assert.Throws<IOException>(queue.Dispose);
    }

    [Test]
    public void A_slow_file_makes_callers_wait_instead_of_growing_the_queue()
    {
        var slow = new Slow();
        const int capacity = 1 << 17;
        using (var queue = new EventQueue(slow, new EventFileWriterOptions { QueueCapacity = capacity }))
            for (int i = 0; i < 20_000; i++)
                queue.Append(EventVersion.First());
        Assert.That(slow.Largest, Is.LessThanOrEqualTo(capacity + 100));
        Assert.That(slow.Total, Is.EqualTo(20_000L * (EventVersion.First().CalculateSize() + 16)));
    }

    private sealed class Broken : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("no room");
    }

    private sealed class Slow : MemoryStream
    {
        public int Largest { get; private set; }

        public long Total { get; private set; }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            Thread.Yield();
            // Every write holds whole records, so that a crash between two leaves whole ones.
            Records.TFRecordBytes.Of(buffer.ToArray());
            Largest = Math.Max(Largest, buffer.Length);
            Total += buffer.Length;
        }
    }

    private sealed class ManualClock : TimeProvider
    {
        private Action ring = () => { };

        public TimeSpan Interval { get; private set; }

        public void Ring() => ring();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Interval = dueTime;
            ring = () => callback(state);
            return new Silent();
        }

        private sealed class Silent : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose() { }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
