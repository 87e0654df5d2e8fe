using System.Text;

namespace KerasSharp.Formats.Archives;

/// <summary>Judges the names in archives: each must stay within the folder that is unpacked to, on every system.</summary>
internal static class ArchiveNames
{
    private const int MaximumPart = 255;
    private const int MaximumName = 2048;

    /// <summary>The parts of a name; empty for the folder itself.</summary>
    /// <param name="name">The name in the archive.</param>
    /// <param name="error">Makes the error of a name that is refused.</param>
    public static string[] Parts(string name, Func<string, FileFormatException> error)
    {
        if (name.Length == 0 || name.StartsWith('/'))
            throw error("has no name, or an absolute one, which is refused.");
        if (name.Contains('\\') || name.Contains('\0'))
            throw error("has a backslash or a zero in its name, which is refused: on Windows it is another path.");
        if (name.Length > 1 && name[1] == ':' && char.IsAsciiLetter(name[0]))
            throw error("begins with a drive letter, which is refused.");
        string[] parts = [.. name.Split('/').Where(part => part.Length > 0 && part != ".")];
        if (parts.Contains(".."))
            throw error("has '..' in its name, which may leave the folder that is unpacked to, and is refused.");
        if (Encoding.UTF8.GetByteCount(name) > MaximumName || parts.Any(part => Encoding.UTF8.GetByteCount(part) > MaximumPart))
            throw error(
                $"has a name that is longer than {MaximumName} bytes, or a part of it over {MaximumPart}, which systems do not take."
            );
        if (OperatingSystem.IsWindows() && parts.Any(IsNoWindowsName))
            throw error("has a name that Windows cannot have.");
        return parts;
    }

    private static bool IsNoWindowsName(string part) =>
        part.IndexOfAny(Path.GetInvalidFileNameChars()) >= 0 || part.EndsWith(' ') || part.EndsWith('.');
}
