using System.IO.Compression;
using System.Text.Json;
using KerasSharp.Testing;

namespace KerasSharp.Formats.Tests.Hdf5;

/// <summary>The golden files that are HDF5 or hold HDF5.</summary>
internal static class Hdf5Cases
{
    /// <summary>All cases of model files.</summary>
    public static IEnumerable<TestCaseData> All => GoldenFamily.TestCases("files", [.. GoldenGroups.KerasHdf5]);

    /// <summary>The HDF5 files of a case with what the case says is in each.</summary>
    public static IEnumerable<(string Path, JsonElement Content)> Files(GoldenCase golden, GoldenFiles files)
    {
        string file = golden.Json.GetProperty("file").GetString()!;
        if (golden.Json.TryGetProperty("shards", out var shards))
        {
            foreach (var shard in shards.EnumerateObject())
                yield return (Path.Combine(Path.GetDirectoryName(files[file])!, shard.Name), shard.Value);
            yield break;
        }
        string path =
            file.EndsWith(".keras", StringComparison.Ordinal) ? Unzip(files, files[file])
            : Directory.Exists(files[file]) ? Path.Combine(files[file], "model.weights.h5")
            : files[file];
        yield return (path, golden.Json.GetProperty("h5"));
    }

    private static string Unzip(GoldenFiles files, string archive)
    {
        string target = files["unzipped.h5"];
        using var zip = ZipFile.OpenRead(archive);
        zip.GetEntry("model.weights.h5")!.ExtractToFile(target);
        return target;
    }
}
