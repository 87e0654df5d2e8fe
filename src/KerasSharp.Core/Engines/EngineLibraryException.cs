namespace KerasSharp.Engines;

/// <summary>An engine's native library was not found or will not do; the message lists what was tried and what to install.</summary>
/// <param name="message">The places, the reasons and the remedy.</param>
public abstract class EngineLibraryException(string message) : Exception(message);
