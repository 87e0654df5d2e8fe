using KerasSharp.Formats;
using KerasSharp.Formats.Idx;

namespace KerasSharp.Datasets.Sources;

/// <summary>A folder with the four idx files of a data set, compressed or not.</summary>
internal static class DatasetFolder
{
    /// <summary>Whether all four files are there, whatever their content.</summary>
    public static bool IsComplete(string folder, DatasetDescription description) =>
        description.Files.All(file => File.Exists(PathOf(folder, file)));

    /// <summary>Reads the files and checks them against the published checksums.</summary>
    /// <exception cref="FileFormatException">A file is corrupt.</exception>
    /// <exception cref="InvalidDataException">A file is another one.</exception>
    public static List<IdxContent> Read(string folder, DatasetDescription description) =>
        [.. description.Files.Select(file => ReadChecked(PathOf(folder, file), file))];

    /// <summary>Whether the exception is about a file that is missing, locked or bad, so that another source may help.</summary>
    public static bool IsFileError(Exception exception) =>
        exception is FileFormatException or InvalidDataException or IOException or UnauthorizedAccessException;

    private static IdxContent ReadChecked(string path, DatasetFile file)
    {
        var content = IdxReader.ReadFile(path);
        Checksum.Verify(path, file.Sha256, content.Sha256());
        return content;
    }

    private static string PathOf(string folder, DatasetFile file)
    {
        var packed = Path.Combine(folder, file.Name + ".gz");
        return File.Exists(packed) ? packed : Path.Combine(folder, file.Name);
    }
}
