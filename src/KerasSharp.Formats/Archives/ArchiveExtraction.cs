namespace KerasSharp.Formats.Archives;

/// <summary>Writes the entries of an archive into a folder of their own.</summary>
/// <param name="root">The full path of the folder, which is there and empty.</param>
/// <param name="budget">For errors.</param>
internal sealed class ArchiveExtraction(string root, ArchiveBudget budget)
{
    private readonly ArchiveLinks links = new(root, budget);

    /// <summary>Writes one entry; a link waits for <see cref="Finish"/>.</summary>
    public void Write(ArchiveEntry entry)
    {
        FileFormatException Error(string problem) => budget.Error($"entry '{entry.Name}'", problem);
        string[] parts = ArchiveNames.Parts(entry.Name, Error);
        string path = Path.Combine([root, .. parts]);
        if (entry.Kind == ArchiveEntryKind.Folder)
            MakeFolder(path, Error);
        else if (parts.Length == 0)
            throw Error("is the folder itself, and no folder.");
        else if (entry.Kind == ArchiveEntryKind.File)
            WriteFile(path, entry.Content, Error);
        else
            links.Add(path, entry);
    }

    /// <summary>Makes the links, after everything else.</summary>
    public void Finish() => links.Make();

    private void WriteFile(string path, Stream content, Func<string, FileFormatException> error)
    {
        MakeFolder(Path.GetDirectoryName(path)!, error);
        if (Directory.Exists(path))
            throw error("is a file, and another entry of the same name is a folder.");
        using var file = File.Create(path);
        content.CopyTo(file);
    }

    private void MakeFolder(string path, Func<string, FileFormatException> error)
    {
        for (string at = path; at.Length > root.Length; at = Path.GetDirectoryName(at)!)
            if (File.Exists(at))
                throw error("is a folder or in one, and another entry of the same name is a file.");
        Directory.CreateDirectory(path);
    }
}
