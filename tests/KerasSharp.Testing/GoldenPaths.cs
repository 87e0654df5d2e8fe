namespace KerasSharp.Testing;

/// <summary>Where golden cases lie: the project's archives, and the folders named in the environment.</summary>
internal static class GoldenPaths
{
    /// <summary>The environment variable that names further folders, separated like PATH.</summary>
    public const string Variable = "KERASSHARP_GOLDEN";

    /// <summary>The project's folder of archives, seen from a folder inside the project; null where there is none.</summary>
    public static string? Archives(string from) => Above(from, Path.Combine("tests", "Golden")) ?? Above(from, "Golden");

    /// <summary>The folder that holds <c>tests/Golden</c>, seen from a folder inside it; null where there is none.</summary>
    public static string? Root(string from) =>
        Above(from, Path.Combine("tests", "Golden")) is { } archives ? Path.GetFullPath(Path.Combine(archives, "..", "..")) : null;

    /// <summary>The folders of a path-separated list that have a folder of the family's name, in order.</summary>
    public static IEnumerable<string> Folders(string? list, string family) =>
        (list ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(folder => Path.Combine(folder, family))
            .Where(Directory.Exists);

    private static string? Above(string from, string wanted)
    {
        for (string? folder = from; folder is not null; folder = Path.GetDirectoryName(folder))
            if (Directory.Exists(Path.Combine(folder, wanted)))
                return Path.Combine(folder, wanted);
        return null;
    }
}
