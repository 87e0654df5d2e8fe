namespace KerasSharp.Engines.TensorFlow.Native;

/// <summary>TensorFlow's C API as far as it is used, grouped as its headers are.</summary>
internal static partial class TensorFlowNative
{
    /// <summary>The name that the imports have; the loader resolves it.</summary>
    public const string Library = "tensorflow";
}
