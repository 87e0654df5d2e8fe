using System.Collections.Concurrent;
using System.Text.Json;
using NUnit.Framework;

namespace KerasSharp.Testing;

/// <summary>
/// The cases of a family: those of <c>tests/Golden/FAMILY.zip</c> and of every folder named in <c>KERASSHARP_GOLDEN</c>
/// (separated like PATH; loose files in <c>FOLDER/FAMILY</c>). A later place's case replaces one of the same name.
/// </summary>
public sealed class GoldenFamily
{
    /// <summary>The test property that holds a case's family.</summary>
    public const string Property = "GoldenFamily";

    private static readonly ConcurrentDictionary<string, Lazy<GoldenFamily>> Loaded = [];

    internal GoldenFamily(string name, IEnumerable<IGoldenSource> sources)
    {
        Name = name;
        var cases = new SortedDictionary<string, GoldenCase>(StringComparer.Ordinal);
        foreach (IGoldenSource source in sources)
        foreach (string file in source.Files.Where(file => IsCase(source, file)))
        {
            string caseName = file[..^".json".Length];
            cases[caseName] = new GoldenCase(name, caseName, source);
        }
        Cases = [.. cases.Values];
    }

    /// <summary>The family's name, such as <c>ops</c>.</summary>
    public string Name { get; }

    /// <summary>The cases in the order of their names.</summary>
    public IReadOnlyList<GoldenCase> Cases { get; }

    /// <summary>Loads a family, once a process.</summary>
    /// <exception cref="FileNotFoundException">There is neither an archive nor a folder of the family.</exception>
    public static GoldenFamily Load(string family) =>
        Loaded
            .GetOrAdd(
                family,
                name => new Lazy<GoldenFamily>(() =>
                    Load(name, AppContext.BaseDirectory, Environment.GetEnvironmentVariable(GoldenPaths.Variable))
                )
            )
            .Value;

    /// <summary>NUnit's data for a <c>[TestCaseSource]</c>: one <see cref="GoldenCase"/> each, named <c>family/name</c>.</summary>
    /// <exception cref="FileNotFoundException">There is neither an archive nor a folder of the family.</exception>
    public static IEnumerable<TestCaseData> TestCases(string family) =>
        Load(family).Cases.Select(golden => new TestCaseData(golden).SetName(golden.ToString()).SetProperty(Property, family));

    /// <summary>The same for the cases of some groups.</summary>
    /// <param name="family">The family.</param>
    /// <param name="groups">The groups; all where none is named.</param>
    /// <exception cref="FileNotFoundException">There is neither an archive nor a folder of the family.</exception>
    public static IEnumerable<TestCaseData> TestCases(string family, params string[] groups) =>
        TestCases(family).Where(data => groups.Length == 0 || groups.Contains(((GoldenCase)data.Arguments[0]!).Group));

    /// <summary>The cases of some groups.</summary>
    /// <param name="family">The family.</param>
    /// <param name="groups">The groups.</param>
    /// <exception cref="FileNotFoundException">There is neither an archive nor a folder of the family.</exception>
    public static IEnumerable<GoldenCase> CasesOf(string family, params string[] groups) =>
        Load(family).Cases.Where(golden => groups.Contains(golden.Group));

    internal static GoldenFamily Load(string family, string from, string? folders)
    {
        string? archives = GoldenPaths.Archives(from);
        string archive = Path.Combine(archives ?? "", family + ".zip");
        List<IGoldenSource> sources = archives is not null && File.Exists(archive) ? [new ZipGoldenSource(archive)] : [];
        sources.AddRange(GoldenPaths.Folders(folders, family).Select(folder => new FolderGoldenSource(folder)));
        return sources.Count > 0
            ? new GoldenFamily(family, sources)
            : throw new FileNotFoundException(
                $"No golden cases of '{family}': no tests/Golden/{family}.zip above {from}, and no folder {family} in {GoldenPaths.Variable}."
            );
    }

    /// <summary>Other JSON files may lie beside the cases: a case is an object with a family.</summary>
    private static bool IsCase(IGoldenSource source, string file)
    {
        if (!file.EndsWith(".json", StringComparison.Ordinal))
            return false;
        var reader = new Utf8JsonReader(source.Read(file));
        try
        {
            while (reader.Read())
                if (reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("family"))
                    return true;
        }
        catch (JsonException)
        {
            // A damaged case must show as a failing test, not vanish.
            return true;
        }
        return false;
    }
}
