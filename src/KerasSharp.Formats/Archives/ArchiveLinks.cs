namespace KerasSharp.Formats.Archives;

/// <summary>The links of an archive. They are made after everything else, so that nothing is written through one, and only to what was unpacked itself.</summary>
/// <param name="root">The folder that is unpacked to, which holds nothing but what was unpacked.</param>
/// <param name="budget">For errors.</param>
internal sealed class ArchiveLinks(string root, ArchiveBudget budget)
{
    private readonly List<(string Path, ArchiveEntry Entry)> waiting = [];

    /// <summary>Keeps a link until the end.</summary>
    public void Add(string path, ArchiveEntry entry) => waiting.Add((path, entry));

    /// <summary>Makes the links. One may refer to another, so it is tried until nothing more can be made.</summary>
    public void Make()
    {
        while (waiting.Count > 0)
            if (waiting.RemoveAll(link => TryMake(link.Path, link.Entry)) == 0)
                throw Refused(waiting[0].Entry);
    }

    private bool TryMake(string path, ArchiveEntry entry)
    {
        if (Resolve(path, entry) is not { } target)
            return false;
        if (Path.Exists(path))
            throw budget.Error($"entry '{entry.Name}'", "is a link, and another entry has the same name.");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (entry.Kind == ArchiveEntryKind.HardLink)
            Copy(target, path);
        else if (Directory.Exists(target))
            Directory.CreateSymbolicLink(path, entry.LinkTarget);
        else
            File.CreateSymbolicLink(path, entry.LinkTarget);
        return true;
    }

    /// <summary>
    /// What a link refers to; null where it is not there. The way is walked part by part, and every part before the last must be a folder and no link: a text
    /// such as <c>a/..</c> says nothing where <c>a</c> is a link.
    /// </summary>
    private string? Resolve(string path, ArchiveEntry entry)
    {
        if (entry.LinkTarget.Length == 0 || entry.LinkTarget[0] == '/' || entry.LinkTarget.AsSpan().ContainsAny('\\', ':', '\0'))
            throw Refused(entry);
        string at = entry.Kind == ArchiveEntryKind.HardLink ? root : Path.GetDirectoryName(path)!;
        foreach (string part in entry.LinkTarget.Split('/').Where(part => part.Length > 0 && part != "."))
        {
            if (!Directory.Exists(at) || IsLink(at))
                return null;
            at = part == ".." ? Path.GetDirectoryName(at)! : Path.Combine(at, part);
            if (at != root && !at.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                throw Refused(entry);
        }
        return Path.Exists(at) ? at : null;
    }

    private static bool IsLink(string path) => new DirectoryInfo(path).LinkTarget is not null;

    private void Copy(string target, string path)
    {
        budget.AddBytes(new FileInfo(target).Length);
        File.Copy(target, path);
    }

    private FileFormatException Refused(ArchiveEntry entry) =>
        budget.Error(
            $"entry '{entry.Name}'",
            $"is a link to '{entry.LinkTarget}', which is refused: a link must be relative and lead to an entry of the archive, not through other links."
        );
}
