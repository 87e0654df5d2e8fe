using System.Collections.Concurrent;
using NUnit.Framework.Interfaces;

namespace KerasSharp.Testing;

/// <summary>The counts of this run's golden cases by family.</summary>
internal static class GoldenSummary
{
    private static readonly ConcurrentDictionary<string, GoldenTally> Tallies = [];

    public static void Record(string family, TestStatus status, string? message) =>
        Tallies.GetOrAdd(family, name => new GoldenTally(name)).Record(status, message);

    public static IEnumerable<string> Lines =>
        Tallies.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value.ToString());
}
