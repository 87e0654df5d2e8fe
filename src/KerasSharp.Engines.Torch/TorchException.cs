namespace KerasSharp.Engines.Torch;

/// <summary>A call into libtorch has failed.</summary>
public sealed class TorchException(string message) : Exception(message);
