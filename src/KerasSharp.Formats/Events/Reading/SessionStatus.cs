namespace KerasSharp.Formats.Events;

/// <summary>What a session tells in a log.</summary>
public enum SessionStatus
{
    /// <summary>Nothing.</summary>
    Unspecified,

    /// <summary>It has begun; events after its step belong to an earlier run.</summary>
    Start,

    /// <summary>It has ended.</summary>
    Stop,

    /// <summary>It has saved a checkpoint.</summary>
    Checkpoint,
}
