using System.Globalization;

namespace KerasSharp.Benchmarks;

/// <summary>
/// Keras itself, where it is at hand: <c>reference/python</c> and <c>bench/bench_keras.py</c> in the folder <c>shared</c> beside the
/// repository, or in the folder that <c>KERASSHARP_SHARED</c> names.
/// </summary>
internal static class Peer
{
    private static string Python => Path.Combine(Folder, "reference", "python");

    private static string Script => Path.Combine(Folder, "bench", "bench_keras.py");

    private static string Folder =>
        Environment.GetEnvironmentVariable("KERASSHARP_SHARED") is { Length: > 0 } folder
            ? folder
            : Path.Combine(Repository().Parent?.FullName ?? "", "shared");

    /// <summary>What is missing, or null where the peer can run.</summary>
    public static string? Missing => new[] { Python, Script }.FirstOrDefault(file => !File.Exists(file));

    /// <summary>Python with NumPy, h5py and Keras; null where it is absent.</summary>
    public static string? FindPython() => File.Exists(Python) ? Python : null;

    /// <summary>The median step of a workload in Keras, in milliseconds.</summary>
    public static double Measure(string workload) =>
        double.Parse(
            Child.LastLine([Python, Script, workload], backend: "tensorflow").Split('\t')[^1],
            NumberStyles.Float,
            CultureInfo.InvariantCulture
        );

    private static DirectoryInfo Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder.Parent is { } parent && !File.Exists(Path.Combine(folder.FullName, "KerasSharp.sln")))
            folder = parent;
        return folder;
    }
}
