using KerasSharp.Formats.Protobuf;

namespace KerasSharp.Formats.Events;

/// <summary>A record of an event file. Immutable.</summary>
public sealed class LogEvent
{
    internal LogEvent(Event message, string file, string place)
    {
        (Message, File, Place) = (message, file, place);
        Values = [.. (message.Summary?.Value ?? []).Select(value => new SummaryValue(value, this))];
    }

    /// <summary>The file it stands in.</summary>
    public string File { get; }

    /// <summary>When it was written, in seconds since 1970.</summary>
    public double WallTime => Message.WallTime;

    /// <summary>The step, such as the number of the batch or epoch.</summary>
    public long Step => Message.Step;

    /// <summary>What it holds.</summary>
    public LogEventKind Kind => (LogEventKind)Message.WhatCase;

    /// <summary>The version of the file, <c>brain.Event:2</c>; empty in other events than the first.</summary>
    public string FileVersion => Message.FileVersion;

    /// <summary>What wrote the file; empty in other events than the first.</summary>
    public string SourceWriter => Message.SourceMetadata?.Writer ?? "";

    /// <summary>The values of a summary; none in other events.</summary>
    public IReadOnlyList<SummaryValue> Values { get; }

    /// <summary>A GraphDef as bytes; empty in other events.</summary>
    public ReadOnlyMemory<byte> GraphDef => Message.GraphDef.Memory;

    /// <summary>A MetaGraphDef as bytes; empty in other events.</summary>
    public ReadOnlyMemory<byte> MetaGraphDef => Message.MetaGraphDef.Memory;

    /// <summary>A RunMetadata as bytes; empty in other events.</summary>
    public ReadOnlyMemory<byte> RunMetadata => Message.TaggedRunMetadata?.RunMetadata.Memory ?? default;

    /// <summary>The tag of <see cref="RunMetadata"/>; empty in other events.</summary>
    public string RunTag => Message.TaggedRunMetadata?.Tag ?? "";

    /// <summary>What a session tells; null in other events.</summary>
    public SessionStatus? Session => (SessionStatus?)Message.SessionLog?.Status;

    /// <summary>The line of a log, or what a session says; empty in other events.</summary>
    public string Text => Message.LogMessage?.Message ?? Message.SessionLog?.Msg ?? "";

    internal Event Message { get; }

    internal string Place { get; }
}
