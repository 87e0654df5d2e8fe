using System.Globalization;
using System.IO.Compression;
using System.Text;
using KerasSharp.Formats.Hdf5;

namespace KerasSharp.Formats.Keras;

/// <summary>Writes <c>.keras</c> archives and their folder form, as Keras 3 does.</summary>
public static class ArchiveWriter
{
    /// <summary>Writes an archive, which is there whole or not at all. Its members are stored, not compressed.</summary>
    /// <param name="path">Its path; a file there is replaced.</param>
    /// <param name="data">What it holds.</param>
    /// <exception cref="ArgumentException">Two objects or variables have one place, or an asset's path leads out of the archive.</exception>
    /// <exception cref="NotSupportedException">An array's type has no counterpart in HDF5.</exception>
    public static void Write(string path, ArchiveData data)
    {
        CheckAssets(data);
        var weights = WeightTreeWriter.Build(data.Objects).Layout();
        AtomicFile.Write(
            path,
            weights.End,
            stream =>
            {
                using var zip = new ZipArchive(stream, ZipArchiveMode.Create);
                foreach (var (name, write) in Members(data, weights))
                {
                    using var member = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
                    write(member);
                }
            }
        );
    }

    /// <summary>Writes the same files into a folder, each whole or not at all.</summary>
    /// <param name="folder">The folder, which is made where it is not there.</param>
    /// <param name="data">What it holds.</param>
    /// <exception cref="ArgumentException">As for <see cref="Write"/>.</exception>
    /// <exception cref="NotSupportedException">An array's type has no counterpart in HDF5.</exception>
    public static void WriteDirectory(string folder, ArchiveData data)
    {
        CheckAssets(data);
        foreach (var (name, write) in Members(data, WeightTreeWriter.Build(data.Objects).Layout()))
            AtomicFile.Write(Path.Combine(folder, name), write);
    }

    private static IEnumerable<(string Name, Action<Stream> Write)> Members(ArchiveData data, FileLayout weights)
    {
        yield return (ArchiveContent.Metadata, stream => stream.Write(Metadata(data)));
        yield return (ArchiveContent.Config, stream => stream.Write(Encoding.UTF8.GetBytes(data.ConfigJson)));
        yield return (ArchiveContent.Weights, stream => Hdf5FileBuilder.Write(weights, stream));
        foreach (var (name, bytes) in data.Assets)
            yield return (ArchiveContent.Assets + name, stream => stream.Write(bytes));
    }

    private static byte[] Metadata(ArchiveData data)
    {
        string saved = data.Saved.ToString("yyyy-MM-dd@HH:mm:ss", CultureInfo.InvariantCulture);
        return Encoding.UTF8.GetBytes($$"""{"keras_version": "{{data.KerasVersion}}", "date_saved": "{{saved}}"}""");
    }

    private static void CheckAssets(ArchiveData data)
    {
        foreach (string name in data.Assets.Keys)
            if (!ArchiveMembers.IsInside(name))
                throw new ArgumentException(
                    $"The asset '{name}' leads out of the archive; use a path such as 'layers/dense/file.txt'.",
                    nameof(data)
                );
    }
}
