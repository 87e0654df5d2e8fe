using KerasSharp.Graphs;

namespace KerasSharp.Ops;

/// <summary>The lengths that <c>SplitV</c> cuts into.</summary>
internal static class SplitSizes
{
    /// <summary>The lengths with a single -1 replaced by the rest of <paramref name="total"/> (-1 if that is unknown).</summary>
    /// <exception cref="ShapeException">The lengths do not add up.</exception>
    public static long[] Resolve(long[] sizes, long total)
    {
        long sum = sizes.Where(size => size >= 0).Sum();
        int open = sizes.Count(size => size < 0);
        if (total < 0 || open > 1)
            return sizes;
        if (open == 0 ? sum != total : sum > total)
            throw new ShapeException($"the lengths ({string.Join(", ", sizes)}) do not split an axis of length {total}");
        return [.. sizes.Select(size => size < 0 ? total - sum : size)];
    }
}
