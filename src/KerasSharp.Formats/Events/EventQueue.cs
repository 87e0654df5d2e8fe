using System.Buffers;
using Google.Protobuf;
using KerasSharp.Formats.Records;

namespace KerasSharp.Formats.Events;

/// <summary>Events on their way to a file, in order: callers append whole records to one buffer while a thread writes the other.</summary>
/// <remarks>Each write holds whole records only, so that a crash leaves whole records but for the last at most. Safe for several threads.</remarks>
internal sealed class EventQueue : IDisposable
{
    private const int EnoughToWrite = 1 << 16;

    private readonly object gate = new();
    private readonly Stream file;
    private readonly int capacity;
    private readonly ITimer timer;
    private readonly Thread thread;
    private ArrayBufferWriter<byte> pending = new(EnoughToWrite);
    private ArrayBufferWriter<byte> writing = new(EnoughToWrite);
    private long appended;
    private long written;
    private bool urgent;
    private bool closed;
    private Exception? failure;

    /// <summary>A queue to a file that it closes.</summary>
    public EventQueue(Stream file, EventFileWriterOptions options)
    {
        this.file = file;
        capacity = options.QueueCapacity;
        thread = new Thread(WriteAll) { IsBackground = true, Name = "event file" };
        thread.Start();
        timer = options.Clock.CreateTimer(_ => Hurry(), null, options.FlushInterval, options.FlushInterval);
    }

    /// <summary>Appends a record, after waiting for room where the queue is full.</summary>
    /// <exception cref="ObjectDisposedException">The queue is closed.</exception>
    /// <exception cref="IOException">An earlier record could not be written.</exception>
    public void Append(IMessage message)
    {
        var size = message.CalculateSize();
        lock (gate)
        {
            AwaitRoom();
            ObjectDisposedException.ThrowIf(closed, this);
            ThrowFailure();
            Frame(message, size);
            appended++;
            if (pending.WrittenCount >= EnoughToWrite)
                Monitor.PulseAll(gate);
        }
    }

    /// <summary>Returns when everything appended before is in the file.</summary>
    /// <exception cref="IOException">A record could not be written.</exception>
    public void Flush()
    {
        lock (gate)
        {
            var target = appended;
            Hurry();
            while (written < target && failure is null)
                Monitor.Wait(gate);
            ThrowFailure();
        }
    }

    /// <summary>Writes what waits and closes the file; a second call does nothing.</summary>
    /// <exception cref="IOException">A record could not be written.</exception>
    public void Dispose()
    {
        lock (gate)
        {
            if (closed)
                return;
            closed = true;
            Monitor.PulseAll(gate);
        }
        thread.Join();
        timer.Dispose();
        file.Dispose();
        ThrowFailure();
    }

    private void AwaitRoom()
    {
        while (pending.WrittenCount >= capacity && failure is null && !closed)
        {
            Hurry();
            Monitor.Wait(gate);
        }
    }

    private void Hurry()
    {
        lock (gate)
        {
            urgent = true;
            Monitor.PulseAll(gate);
        }
    }

    private void Frame(IMessage message, int size)
    {
        var record = pending.GetSpan(size + RecordFrame.Size)[..(size + RecordFrame.Size)];
        message.WriteTo(record.Slice(RecordFrame.HeaderSize, size));
        RecordFrame.Close(record);
        pending.Advance(record.Length);
    }

    private void WriteAll()
    {
        while (Take(out var upTo))
        {
            try
            {
                file.Write(writing.WrittenSpan);
            }
            catch (Exception e)
            {
                failure = e;
            }
            writing.ResetWrittenCount();
            Finish(upTo);
        }
    }

    /// <summary>Waits until there is something to write, and swaps the buffers; false at the end.</summary>
    private bool Take(out long upTo)
    {
        lock (gate)
        {
            while (!closed && failure is null && !(urgent && pending.WrittenCount > 0) && pending.WrittenCount < EnoughToWrite)
                Monitor.Wait(gate);
            upTo = appended;
            urgent = false;
            (pending, writing) = (writing, pending);
            Monitor.PulseAll(gate);
            return failure is null && writing.WrittenCount > 0;
        }
    }

    private void Finish(long upTo)
    {
        lock (gate)
        {
            written = upTo;
            Monitor.PulseAll(gate);
        }
    }

    private void ThrowFailure()
    {
        if (failure is not null)
            throw new IOException($"The events could not be written: {failure.Message}", failure);
    }
}
