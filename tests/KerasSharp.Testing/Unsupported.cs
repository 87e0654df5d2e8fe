using System.IO.Enumeration;
using NUnit.Framework;

namespace KerasSharp.Testing;

/// <summary>
/// The cases an engine cannot do, from its Unsupported.txt: on each line a pattern of <c>family/name</c> (<c>*</c> and <c>?</c>
/// stand for any text and any character), white space, and the reason. Empty lines and lines that begin with <c>#</c> are skipped.
/// </summary>
public sealed class Unsupported
{
    private const string Prefix = "unsupported: ";
    private readonly List<(string Pattern, string Reason)> entries = [];

    private Unsupported(IEnumerable<string> lines, string path)
    {
        int number = 0;
        foreach (string line in lines.Select(line => line.Trim()))
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
                continue;
            string[] parts = line.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (parts.Length < 2)
                throw new FormatException($"{path}, line {number}: the pattern '{line}' has no reason after it.");
            entries.Add((parts[0], parts[1]));
        }
    }

    /// <summary>Reads a file; one that does not exist means that nothing is unsupported.</summary>
    /// <exception cref="FormatException">A line has a pattern and no reason.</exception>
    public static Unsupported Read(string path) => new(File.Exists(path) ? File.ReadLines(path) : [], path);

    /// <summary>Reads <c>src/KerasSharp.Engines.NAME/Unsupported.txt</c> of the project that the tests run in.</summary>
    /// <param name="engine">The engine's name, <c>Torch</c> or <c>TensorFlow</c>.</param>
    /// <exception cref="FormatException">A line has a pattern and no reason.</exception>
    public static Unsupported OfEngine(string engine) =>
        Read(Path.Combine(GoldenPaths.Root(AppContext.BaseDirectory) ?? "", "src", $"KerasSharp.Engines.{engine}", "Unsupported.txt"));

    /// <summary>Why a case cannot be done; null where it can.</summary>
    public string? Reason(GoldenCase golden) =>
        entries
            .Where(entry => FileSystemName.MatchesSimpleExpression(entry.Pattern, golden.ToString(), ignoreCase: false))
            .Select(entry => entry.Reason)
            .FirstOrDefault();

    /// <summary>Ends the running test as skipped where the case stands in the list.</summary>
    /// <exception cref="IgnoreException">The case stands in the list: NUnit's way to skip.</exception>
    public void SkipIfListed(GoldenCase golden)
    {
        if (Reason(golden) is { } reason)
            throw new IgnoreException(Prefix + reason);
    }

    internal static bool IsReason(string? message) => message?.StartsWith(Prefix, StringComparison.Ordinal) == true;
}
