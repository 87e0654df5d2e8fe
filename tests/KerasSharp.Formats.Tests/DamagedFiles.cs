using KerasSharp.Testing;

namespace KerasSharp.Formats.Tests;

/// <summary>Golden cases of several files that are read together, one of which at a time is damaged.</summary>
/// <param name="groups">The cases' groups in the family <c>files</c>.</param>
/// <param name="isDamaged">Whether a file, by its name, is one to damage.</param>
/// <param name="read">Reads everything of a case; the last argument is the name of the damaged file.</param>
internal sealed class DamagedFiles(string[] groups, Func<string, bool> isDamaged, Action<GoldenCase, GoldenFiles, string> read)
{
    /// <summary>How many are refused when each file is cut off at many places; the others are read.</summary>
    public int RefusedWhenCut() =>
        Originals()
            .Sum(file =>
                Refused(file.Case, file.Name, Damage.Truncations(file.Case.ReadFile(file.Name)), bytes => $"{bytes.Length} bytes")
            );

    /// <summary>How many mutants are refused, of as many as the run tries a format; the others are read.</summary>
    public int RefusedWhenAltered()
    {
        var originals = Originals().ToArray();
        int each = Math.Max(1, Damage.MutantCount / originals.Length);
        return originals.Sum(file => Refused(file.Case, file.Name, Damage.Mutants(file.Case.ReadFile(file.Name), each), _ => "a mutant"));
    }

    private IEnumerable<(GoldenCase Case, string Name)> Originals() =>
        from golden in GoldenFamily.CasesOf("files", groups)
        from file in golden.Json.GetProperty("files").EnumerateArray()
        let name = file[0].GetString()!
        where isDamaged(name)
        select (golden, name);

    /// <summary>Puts damaged files in the place of a whole one.</summary>
    private int Refused(GoldenCase golden, string name, IEnumerable<byte[]> damaged, Func<byte[], string> describe)
    {
        using var files = golden.ExtractFiles();
        int refused = 0;
        int number = 0;
        foreach (var bytes in damaged)
        {
            File.WriteAllBytes(files[name], bytes);
            refused += Damage.IsRefused<FileFormatException>(() => read(golden, files, name), $"{name}, {describe(bytes)} ({number++})")
                ? 1
                : 0;
        }
        return refused;
    }
}
