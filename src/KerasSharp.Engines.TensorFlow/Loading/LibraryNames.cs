using System.Runtime.InteropServices;

namespace KerasSharp.Engines.TensorFlow.Loading;

/// <summary>How TensorFlow's libraries are called on this platform, by who makes them.</summary>
internal static class LibraryNames
{
    /// <summary>The files that have the C API, those of the packages first, then pip's.</summary>
    public static IReadOnlyList<string> Main { get; } =
        OperatingSystem.IsWindows() ? ["tensorflow.dll", "_pywrap_tensorflow_common.dll"]
        : OperatingSystem.IsMacOS() ? ["libtensorflow.2.dylib", "libtensorflow.dylib", "libtensorflow_cc.2.dylib"]
        : ["libtensorflow.so.2", "libtensorflow.so", "libtensorflow_cc.so.2"];

    /// <summary>The files that the main one needs, in the order in which they must be loaded.</summary>
    public static IReadOnlyList<string> Needed { get; } =
        OperatingSystem.IsWindows() ? []
        : OperatingSystem.IsMacOS() ? ["libtensorflow_framework.2.dylib"]
        : ["libtensorflow_framework.so.2"];

    /// <summary>What to install on this platform.</summary>
    public static string Remedy =>
        $"Install TensorFlow for {RuntimeInformation.RuntimeIdentifier}: "
        + (
            OperatingSystem.IsWindows() ? "the NuGet package SciSharp.TensorFlow.Redist (or SciSharp.TensorFlow.Redist-Windows-GPU)"
            : OperatingSystem.IsMacOS() ? "the NuGet package SciSharp.TensorFlow.Redist-OSX, or `pip install tensorflow`"
            : "the NuGet package SciSharp.TensorFlow.Redist (or SciSharp.TensorFlow.Redist-Linux-GPU), or `pip install tensorflow`"
        )
        + "; or set KERAS_TENSORFLOW to the library or its folder.";
}
