using System.Diagnostics.CodeAnalysis;
using NUnit.Framework;

namespace KerasSharp.Testing;

/// <summary>Cases of ops and classes that are not built yet: skipped, named and counted, never passed.</summary>
public static class NotYet
{
    private const string Prefix = "not yet: ";

    /// <summary>Ends the running test as skipped.</summary>
    /// <param name="what">The op or class that is missing, such as <c>SpaceToBatchND</c>.</param>
    /// <exception cref="IgnoreException">Always: NUnit's way to skip.</exception>
    [DoesNotReturn]
    public static void Report(string what) => throw new IgnoreException(Prefix + what);

    /// <summary>Prints one line a family with its counts, as a test assembly's run ends.</summary>
    public static void PrintSummary()
    {
        foreach (string line in GoldenSummary.Lines)
            TestContext.Progress.WriteLine(line);
    }

    /// <summary>What a skip message of <see cref="Report"/> names; null for another message.</summary>
    internal static string? What(string? message) =>
        message?.StartsWith(Prefix, StringComparison.Ordinal) == true ? message[Prefix.Length..] : null;
}
