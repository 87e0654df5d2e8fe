namespace KerasSharp.Engines.TensorFlow;

/// <summary>TensorFlow refused a call or a graph failed while it ran.</summary>
/// <param name="code">TensorFlow's code of the error.</param>
/// <param name="message">What was done, and TensorFlow's own words.</param>
public sealed class TensorFlowException(TensorFlowCode code, string message) : Exception($"{message} ({code})")
{
    /// <summary>TensorFlow's code of the error.</summary>
    public TensorFlowCode Code { get; } = code;
}
