namespace KerasSharp.Formats.Events;

/// <summary>An event of a run.</summary>
/// <param name="Run">The run's name: its folder relative to the log directory, with slashes; <c>.</c> for the log directory itself.</param>
/// <param name="Event">The event.</param>
public readonly record struct RunEvent(string Run, LogEvent Event);
