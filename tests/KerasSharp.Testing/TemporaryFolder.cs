namespace KerasSharp.Testing;

/// <summary>A folder that lives as long as its test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <summary>Its path.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("kerassharp-tests-").FullName;

    /// <summary>The path of a file in it.</summary>
    public string this[string name] => File(name);

    /// <summary>The path of a file in folders in it.</summary>
    /// <param name="parts">Folders and the name.</param>
    public string File(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    /// <summary>Writes a file and gives its path.</summary>
    /// <param name="content">What the file has.</param>
    /// <param name="parts">Folders and the name.</param>
    public string Write(byte[] content, params string[] parts)
    {
        var path = File(parts);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>Deletes the folder with all in it.</summary>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
