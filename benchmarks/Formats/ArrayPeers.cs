namespace KerasSharp.Benchmarks.Formats;

/// <summary>The same file by NumPy.</summary>
internal static class ArrayPeers
{
    private const string Setup = """
        import numpy as np, os, tempfile, time
        folder = tempfile.TemporaryDirectory()
        path = os.path.join(folder.name, 'array.npy')
        array = np.full((12500, 10000), 0.5, 'float32')
        def speed(action):
            times = []
            for _ in range(3):
                start = time.perf_counter(); action(); times.append(time.perf_counter() - start)
            return array.nbytes / 1e6 / min(times)
        """;

    /// <summary>Prints millions of bytes a second.</summary>
    public const string Write = $"{Setup}\nprint(speed(lambda: np.save(path, array)))";

    /// <summary>Prints millions of bytes a second.</summary>
    public const string Read = $"{Setup}\nnp.save(path, array)\nprint(speed(lambda: np.load(path)))";
}
