namespace KerasSharp.Formats;

/// <summary>Writes folders that are either whole or not there.</summary>
internal static class AtomicFolder
{
    /// <summary>
    /// Lets <paramref name="write"/> fill a temporary folder beside the target, then renames it. A folder that is there is first renamed and at the end deleted,
    /// so it exists whole, if under another name, at every moment before the new one does.
    /// </summary>
    /// <param name="path">The folder.</param>
    /// <param name="parts">The names of files and folders that may be replaced. A folder with anything else in it is somebody's, and stays.</param>
    /// <param name="write">Fills the folder whose path it gets.</param>
    /// <exception cref="IOException">The target is a file, or holds something else.</exception>
    public static void Write(string path, IReadOnlySet<string> parts, Action<string> write)
    {
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        CheckTarget(target, parts);
        var temporary = $"{target}.{Guid.NewGuid():N}.tmp";
        var old = $"{target}.{Guid.NewGuid():N}.old";
        try
        {
            Directory.CreateDirectory(temporary);
            write(temporary);
            bool replaces = Directory.Exists(target);
            if (replaces)
                Directory.Move(target, old);
            Directory.Move(temporary, target);
            if (replaces)
                Directory.Delete(old, recursive: true);
        }
        finally
        {
            // After the rename there is nothing to delete; after a failure the half-written folder goes.
            if (Directory.Exists(temporary))
                Directory.Delete(temporary, recursive: true);
            if (Directory.Exists(old) && !Directory.Exists(target))
                Directory.Move(old, target);
        }
    }

    private static void CheckTarget(string target, IReadOnlySet<string> parts)
    {
        if (File.Exists(target))
            throw new IOException($"'{target}' is a file; a folder is to be written there. Give another path, or delete it first.");
        if (!Directory.Exists(target))
            return;
        var other = Directory.EnumerateFileSystemEntries(target).Select(Path.GetFileName).FirstOrDefault(name => !parts.Contains(name!));
        if (other is not null)
            throw new IOException(
                $"The folder '{target}' holds '{other}', which would be lost: only a folder of the same kind is replaced. Give another path, or delete it first."
            );
    }
}
