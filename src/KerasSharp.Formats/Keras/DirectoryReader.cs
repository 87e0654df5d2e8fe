using KerasSharp.Formats.Hdf5;

namespace KerasSharp.Formats.Keras;

/// <summary>Opens a folder with the files of an archive.</summary>
internal static class DirectoryReader
{
    public static KerasFile Open(string folder)
    {
        string weights = Path.Combine(folder, ArchiveContent.Weights);
        return new ArchiveContent(
            folder,
            KerasFileKind.Directory,
            name => File.Exists(Path.Combine(folder, name)) ? File.ReadAllBytes(Path.Combine(folder, name)) : null,
            () =>
                File.Exists(weights)
                    ? Hdf5File.Open(weights)
                    : throw new FileFormatException(folder, "", $"there is no '{ArchiveContent.Weights}'."),
            FindAssets(Path.Combine(folder, ArchiveContent.Assets))
        ).Read();
    }

    private static KerasAssets FindAssets(string folder) =>
        Directory.Exists(folder)
            ? new KerasAssets(
                Directory
                    .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                    .Select(file =>
                        KeyValuePair.Create(Path.GetRelativePath(folder, file).Replace('\\', '/'), () => File.ReadAllBytes(file))
                    )
            )
            : KerasAssets.None;
}
