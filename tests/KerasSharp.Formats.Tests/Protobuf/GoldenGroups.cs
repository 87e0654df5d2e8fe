using KerasSharp.Testing;
using NUnit.Framework;

namespace KerasSharp.Formats.Tests.Protobuf;

/// <summary>Golden cases by their groups.</summary>
internal static class GoldenGroups
{
    /// <summary>The cases of a family that belong to one of the groups.</summary>
    public static IEnumerable<TestCaseData> Cases(string family, params string[] groups) =>
        GoldenFamily.TestCases(family).Where(data => groups.Contains(Group((GoldenCase)data.Arguments[0]!)));

    /// <summary>The same as plain cases.</summary>
    public static IEnumerable<GoldenCase> Plain(string family, params string[] groups) =>
        GoldenFamily.Load(family).Cases.Where(golden => groups.Contains(Group(golden)));

    /// <summary>The first mutants of files, as many as the run tries a format, spread over the files.</summary>
    /// <param name="files">The names and contents of whole files.</param>
    public static IEnumerable<(string What, string Name, byte[] Bytes)> Mutants(IReadOnlyList<(string Name, byte[] Bytes)> files)
    {
        int each = Math.Max(1, Damage.MutantCount / files.Count);
        foreach (var (name, bytes) in files)
        {
            int number = 0;
            foreach (var mutant in Damage.Mutants(bytes, each))
                yield return ($"mutant {number++} of {name}", name, mutant);
        }
    }

    private static string? Group(GoldenCase golden) => golden.Json.TryGetProperty("group", out var group) ? group.GetString() : null;
}
