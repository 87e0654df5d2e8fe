namespace KerasSharp.Engines.TensorFlow.Tests.Loading;

/// <summary>A temporary folder with empty files in it.</summary>
internal sealed class FakeFolders : IDisposable
{
    /// <summary>The folder.</summary>
    public string Root { get; } = Directory.CreateTempSubdirectory("tensorflow").FullName;

    /// <summary>Makes a folder in it.</summary>
    /// <returns>Its full path.</returns>
    public string Folder(params string[] parts) => Directory.CreateDirectory(Path.Combine([Root, .. parts])).FullName;

    /// <summary>Makes a file in it, with the folders around.</summary>
    /// <returns>Its full path.</returns>
    public string File(string text, params string[] parts)
    {
        var path = Path.Combine([Root, .. parts]);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
