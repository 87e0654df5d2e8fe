namespace KerasSharp.Formats.Checkpoints.Bundles;

/// <summary>The names of a checkpoint's files.</summary>
internal static class BundlePaths
{
    private const string IndexExtension = ".index";

    /// <summary>The index of a checkpoint.</summary>
    public static string Index(string prefix) => prefix + IndexExtension;

    /// <summary>One of the files that hold the values.</summary>
    public static string Shard(string prefix, int shard, int count) => $"{prefix}.data-{shard:D5}-of-{count:D5}";

    /// <summary>The prefix that a path names: itself, its index, or the latest checkpoint of a folder.</summary>
    /// <exception cref="FileNotFoundException">The folder has no latest checkpoint.</exception>
    public static string Prefix(string path)
    {
        if (Directory.Exists(path) && !File.Exists(Index(path)))
            return CheckpointState.Read(path)?.LatestPrefix
                ?? throw new FileNotFoundException(
                    $"The folder '{path}' has no file '{CheckpointState.FileName}' that tells its latest checkpoint. Give the prefix of one, such as '{Path.Combine(path, "ckpt-1")}'.",
                    path
                );
        return IsIndex(path) ? path[..^IndexExtension.Length] : path;
    }

    /// <summary>Whether a path is that of an index which is there.</summary>
    public static bool IsIndex(string path) => path.EndsWith(IndexExtension, StringComparison.Ordinal) && File.Exists(path);
}
