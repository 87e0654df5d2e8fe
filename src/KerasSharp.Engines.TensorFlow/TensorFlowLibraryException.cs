namespace KerasSharp.Engines.TensorFlow;

/// <summary>No TensorFlow library that can be used was found; the message lists every place that was tried and why it would not do.</summary>
/// <param name="message">The places, the reasons and the remedy.</param>
public sealed class TensorFlowLibraryException(string message) : EngineLibraryException(message);
