namespace KerasSharp.Formats;

/// <summary>Writes files that are either whole or not there.</summary>
internal static class AtomicFile
{
    /// <summary>Lets <paramref name="write"/> fill a temporary file beside the target, then renames it over the target.</summary>
    public static void Write(string path, Action<Stream> write) =>
        Write(
            path,
            temporary =>
            {
                using var stream = File.Create(temporary);
                write(stream);
            }
        );

    /// <summary>The same where something else makes the file, given the temporary path.</summary>
    public static void Write(string path, Action<string> write)
    {
        var full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var temporary = $"{full}.{Guid.NewGuid():N}.tmp";
        try
        {
            write(temporary);
            if (File.Exists(full))
                Flush(temporary);
            File.Move(temporary, full, overwrite: true);
        }
        finally
        {
            // After the rename there is nothing to delete; after a failure the half-written file goes.
            File.Delete(temporary);
        }
    }

    // Else a machine that loses its power after the rename may have neither the old file nor the new one.
    private static void Flush(string path)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(file);
    }
}
