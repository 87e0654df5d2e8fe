namespace KerasSharp.Saving;

/// <summary>The names that somebody may have meant who wrote another.</summary>
internal static class NearNames
{
    /// <summary><c> Did you mean 'a' or 'b'?</c>, or nothing where no name is near.</summary>
    public static string Hint(string name, IReadOnlyList<string> names)
    {
        int limit = Math.Max(2, name.Length / 4);
        var near = names
            .Select(other => (Name: other, Distance: Distance(Plain(name), Plain(other))))
            .Where(pair => pair.Distance <= limit)
            .OrderBy(pair => pair.Distance)
            .ThenBy(pair => Distance(name, pair.Name))
            .Select(pair => $"'{pair.Name}'")
            .Take(3)
            .ToList();
        return near.Count == 0 ? "" : $" Did you mean {string.Join(" or ", near)}?";
    }

    private static string Plain(string name) => name.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();

    /// <summary>How many letters must be put in, taken out or changed.</summary>
    private static int Distance(string from, string to)
    {
        int[] row = [.. Enumerable.Range(0, to.Length + 1)];
        for (int i = 1; i <= from.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.Length; j++)
            {
                int changed = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[^1];
    }
}
