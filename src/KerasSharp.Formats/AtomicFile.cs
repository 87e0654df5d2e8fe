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

    /// <summary>
    /// The same where so many bytes at least will be written: the file system then finds their place at once, which makes large files several times faster, and a
    /// disk that is full is known before anything is written.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="size">The bytes; no more than there will be.</param>
    /// <param name="write">Fills the file. The stream has no buffer, so pieces should be large.</param>
    public static void Write(string path, long size, Action<Stream> write) =>
        Write(
            path,
            temporary =>
            {
                var options = new FileStreamOptions
                {
                    Mode = FileMode.CreateNew,
                    Access = FileAccess.Write,
                    Share = FileShare.None,
                    BufferSize = 0,
                    PreallocationSize = size,
                };
                using var stream = new FileStream(temporary, options);
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
