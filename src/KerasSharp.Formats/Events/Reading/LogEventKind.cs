namespace KerasSharp.Formats.Events;

/// <summary>What an event holds.</summary>
public enum LogEventKind
{
    /// <summary>Nothing but its time and step.</summary>
    None = 0,

    /// <summary>The version of the file; its first event.</summary>
    FileVersion = 3,

    /// <summary>The run's graph.</summary>
    Graph = 4,

    /// <summary>Values under tags.</summary>
    Summary = 5,

    /// <summary>A line of a log.</summary>
    LogMessage = 6,

    /// <summary>That a session has begun, ended, or saved a checkpoint.</summary>
    SessionLog = 7,

    /// <summary>What running the graph once cost.</summary>
    RunMetadata = 8,

    /// <summary>The run's graph and what belongs to it.</summary>
    MetaGraph = 9,
}
