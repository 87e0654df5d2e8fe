namespace KerasSharp.Formats.Events;

/// <summary>How a trial of an experiment ended.</summary>
public enum TrialStatus
{
    /// <summary>Not told.</summary>
    Unknown,

    /// <summary>Well.</summary>
    Success,

    /// <summary>By a failure.</summary>
    Failure,

    /// <summary>It has not.</summary>
    Running,
}
