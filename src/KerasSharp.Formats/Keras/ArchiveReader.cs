using System.IO.Compression;
using KerasSharp.Formats.Hdf5;

namespace KerasSharp.Formats.Keras;

/// <summary>Opens a <c>.keras</c> archive. Nothing of it is unpacked into folders.</summary>
internal static class ArchiveReader
{
    public static KerasFile Open(string path)
    {
        var stream = File.OpenRead(path);
        try
        {
            var members = new ArchiveMembers(path, stream);
            var assets = members.Names.Where(name =>
                name.StartsWith(ArchiveContent.Assets, StringComparison.Ordinal) && !name.EndsWith('/')
            );
            return new ArchiveContent(
                path,
                KerasFileKind.Archive,
                members.Find,
                () => Hdf5File.Open(members.OpenSource(ArchiveContent.Weights), $"{path}/{ArchiveContent.Weights}"),
                new KerasAssets(assets.Select(name => KeyValuePair.Create(name[ArchiveContent.Assets.Length..], () => members.Find(name)!)))
            ).Read(members);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }
}
