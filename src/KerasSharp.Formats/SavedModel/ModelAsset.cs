using KerasSharp.Formats.Protobuf;

namespace KerasSharp.Formats.SavedModel;

/// <summary>A file that a model reads when it starts.</summary>
/// <param name="Name">The file's name in the folder <c>assets</c>.</param>
/// <param name="Path">Its path.</param>
/// <param name="TensorName">The tensor of the graph that takes the path.</param>
public sealed record ModelAsset(string Name, string Path, string TensorName)
{
    internal const string AssetsFolder = "assets";

    internal static ModelAsset Of(AssetFileDef asset, GraphSource source)
    {
        var folder = System.IO.Path.GetFullPath(System.IO.Path.Combine(source.Folder, AssetsFolder));
        // A name from a file must not lead out of the folder.
        if (asset.Filename.Length == 0 || asset.Filename.Contains('\0'))
            throw new FileFormatException(source.File, "assets", "an asset has no file name.");
        var path = System.IO.Path.GetFullPath(System.IO.Path.Combine(folder, asset.Filename));
        return path.StartsWith(folder + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? new ModelAsset(asset.Filename, path, asset.TensorInfo?.Name ?? "")
            : throw new FileFormatException(source.File, "assets", $"the asset '{asset.Filename}' is outside of the model's folder.");
    }
}
