using KerasSharp.Formats.Hdf5;
using KerasSharp.Formats.Keras;

namespace KerasSharp.Formats.Tests.Keras;

/// <summary>Opens the HDF5 of model files of any kind.</summary>
internal static class Weights
{
    /// <summary>The file itself, or the one in an archive or a folder.</summary>
    public static Hdf5File Open(string path)
    {
        if (Directory.Exists(path))
            return Hdf5File.Open(Path.Combine(path, "model.weights.h5"));
        if (!path.EndsWith(".keras", StringComparison.Ordinal))
            return Hdf5File.Open(path);
        using var members = new ArchiveMembers(path, File.OpenRead(path));
        return Hdf5File.Open(members.OpenSource("model.weights.h5"), path);
    }
}
