namespace KerasSharp.Formats;

/// <summary>A file that does not hold what its format demands: damaged, cut off, hostile, or of another format.</summary>
/// <remarks>Whatever the bytes of a file, reading it throws this and nothing else; only what the system refuses (no such file, no right to read it) throws .NET's own exceptions.</remarks>
public sealed class FileFormatException : FormatException
{
    /// <summary>An error of a file.</summary>
    /// <param name="file">The file's path, or a name for what was read from a stream.</param>
    /// <param name="place">Where in the file: a byte, a line, a group, a key; empty for the file as a whole.</param>
    /// <param name="problem">What was expected, what is there, and what to do about it.</param>
    /// <param name="inner">The cause, if another exception told of it.</param>
    public FileFormatException(string file, string place, string problem, Exception? inner = null)
        : base(place.Length == 0 ? $"'{file}': {problem}" : $"'{file}', {place}: {problem}", inner) => (File, Place) = (file, place);

    /// <summary>The file's path, or a name for what was read from a stream.</summary>
    public string File { get; }

    /// <summary>Where in the file: a byte, a line, a group, a key; empty for the file as a whole.</summary>
    public string Place { get; }
}
