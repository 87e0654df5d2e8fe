using Google.Protobuf;
using KerasSharp.Formats.Protobuf;
using KerasSharp.Formats.Records;

namespace KerasSharp.Formats.Events;

/// <summary>Reads an event file that may still grow: each call gives the events that are whole by then. Not safe for several threads.</summary>
public sealed class EventFileReader : IDisposable
{
    private readonly FileStream stream;
    private readonly RecordBuffer buffer;

    /// <summary>Opens a file, which may be open for writing elsewhere.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public EventFileReader(string path)
    {
        Path = path;
        stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        buffer = new RecordBuffer(path, length: null);
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Where in the file the first event begins that was not read yet.</summary>
    public long Position => buffer.Position;

    /// <summary>The events of a file, one at a time.</summary>
    /// <param name="path">The file.</param>
    /// <param name="allowTornEnd">Whether the file may end inside a record, as when it is still written or its writer was stopped; the events before are given.</param>
    /// <exception cref="FileFormatException">While enumerating: the file is damaged, cut off, or no event file. Events before that are given.</exception>
    /// <exception cref="IOException">While enumerating: the file cannot be read.</exception>
    public static IEnumerable<LogEvent> Read(string path, bool allowTornEnd = false)
    {
        using var reader = new EventFileReader(path);
        foreach (var next in reader.ReadAvailable())
            yield return next;
        if (!allowTornEnd)
            reader.buffer.CheckEnd();
    }

    /// <summary>The events that are whole in the file now and were not read yet; a record whose rest is to come waits for the next call.</summary>
    /// <exception cref="FileFormatException">While enumerating: the file is damaged, or no event file.</exception>
    public IEnumerable<LogEvent> ReadAvailable()
    {
        while (true)
        {
            var place = $"byte {buffer.Position}";
            if (buffer.TryTake(out var record))
                yield return Parse(record.Span, place);
            else if (!Fill())
                yield break;
        }
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => stream.Dispose();

    private bool Fill()
    {
        int count = stream.Read(buffer.Free().Span);
        buffer.Fill(count);
        return count > 0;
    }

    private LogEvent Parse(ReadOnlySpan<byte> record, string place)
    {
        try
        {
            return new LogEvent(Event.Parser.ParseFrom(record), Path, place);
        }
        catch (InvalidProtocolBufferException e)
        {
            throw new FileFormatException(
                Path,
                place,
                $"an event is expected in the record, and its {record.Length} bytes are none: {e.Message}",
                e
            );
        }
    }
}
