namespace KerasSharp.Benchmarks.Formats;

/// <summary>The same files by h5py.</summary>
internal static class WeightPeers
{
    private const string Setup = """
        import h5py, numpy as np, os, tempfile, time
        folder = tempfile.TemporaryDirectory()
        path = os.path.join(folder.name, 'model.weights.h5')
        side, layers = 3536, 10
        weights = [np.full((side, side), i + 0.5, 'float32') for i in range(layers)]
        def write():
            with h5py.File(path, 'w') as file:
                for i, weight in enumerate(weights):
                    file.create_dataset(f'layers/dense_{i}/vars/0', data=weight)
        def read():
            with h5py.File(path, 'r') as file:
                return [file[f'layers/dense_{i}/vars/0'][()] for i in range(layers)]
        def speed(action):
            times = []
            for _ in range(3):
                start = time.perf_counter(); action(); times.append(time.perf_counter() - start)
            return layers * side * side * 4 / 1e6 / min(times)
        """;

    /// <summary>Prints millions of bytes a second.</summary>
    public const string Write = $"{Setup}\nprint(speed(write))";

    /// <summary>Prints millions of bytes a second.</summary>
    public const string Read = $"{Setup}\nwrite()\nprint(speed(read))";
}
