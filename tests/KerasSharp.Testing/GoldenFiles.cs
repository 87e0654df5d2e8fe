namespace KerasSharp.Testing;

/// <summary>The files that stand beside a case, such as a checkpoint or a SavedModel's folder, laid out in a folder of their own.</summary>
public sealed class GoldenFiles : IDisposable
{
    internal GoldenFiles(GoldenCase golden, IGoldenSource source)
    {
        Folder = Directory.CreateTempSubdirectory("kerassharp-golden-").FullName;
        // TensorBoard's cases list their files within the folder that they call logs.
        string within = golden.Json.TryGetProperty("logs", out var logs) ? logs.GetString() + "/" : "";
        foreach (string name in golden.Json.GetProperty("files").EnumerateArray().Select(file => within + file[0].GetString()))
            Write(
                name,
                source.Read(name)
                    ?? throw new FileNotFoundException($"{golden} ({source.Location}) names a file '{name}' that is not there.")
            );
    }

    /// <summary>The temporary folder.</summary>
    public string Folder { get; }

    /// <summary>The path of a file or folder in it.</summary>
    /// <param name="name">The name as the case's JSON gives it, with <c>/</c> inside.</param>
    public string this[string name] => Path.Combine(Folder, name.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>Deletes the folder.</summary>
    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private void Write(string name, byte[] content)
    {
        string path = this[name];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }
}
