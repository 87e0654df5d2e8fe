namespace KerasSharp.Engines.Torch;

/// <summary>libtorch was not found or does not load. The message lists every place tried, with the system's reason, and what to install.</summary>
public sealed class TorchLibraryException(string message) : EngineLibraryException(message);
