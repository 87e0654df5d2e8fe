namespace KerasSharp.Testing;

/// <summary>A family's cases as loose files in a folder.</summary>
internal sealed class FolderGoldenSource(string folder) : IGoldenSource
{
    public string Location => folder;

    public IEnumerable<string> Files => Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path));

    public byte[]? Read(string file)
    {
        string path = Path.Combine(folder, file);
        return File.Exists(path) ? File.ReadAllBytes(path) : null;
    }
}
