using System.IO.Compression;
using KerasSharp.Formats;
using KerasSharp.Formats.Idx;

namespace KerasSharp.Datasets;

/// <summary>Keras's cache folder, shared with Keras itself where both are installed.</summary>
internal sealed class DatasetCache(string? directory, Action<string> log)
{
    /// <summary>The folder of all data sets.</summary>
    public string Datasets { get; } = Path.Combine(directory ?? Home(), "datasets");

    public string FolderOf(DatasetDescription description) => Path.Combine(Datasets, description.Folder);

    /// <summary>Keeps the idx files, each compressed and put in place by a rename; a cache that cannot be written is only reported.</summary>
    public void Keep(DatasetDescription description, IReadOnlyList<IdxContent> contents)
    {
        try
        {
            for (var i = 0; i < contents.Count; i++)
            {
                var path = Path.Combine(FolderOf(description), description.Files[i].Name + ".gz");
                AtomicFile.Write(path, stream => WriteCompressed(contents[i], stream));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log($"{description.Name}: not kept in the cache {FolderOf(description)}: {e.Message}");
        }
    }

    private static void WriteCompressed(IdxContent content, Stream stream)
    {
        using var packed = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true);
        content.WriteTo(packed);
    }

    private static string Home()
    {
        if (Environment.GetEnvironmentVariable("KERAS_HOME") is { Length: > 0 } home)
        {
            return home;
        }

        var user = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return Path.Combine(user.Length > 0 ? user : Path.GetTempPath(), ".keras");
    }
}
