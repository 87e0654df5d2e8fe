using NumSharp;

namespace KerasSharp.Formats.Events;

/// <summary>Arrays as doubles.</summary>
internal static class Doubles
{
    /// <summary>The elements in row order, booleans as 0 and 1.</summary>
    /// <exception cref="ArgumentException">They are complex.</exception>
    public static double[] Of(NDArray array)
    {
        if (array.typecode == NPTypeCode.Complex)
            throw new ArgumentException("Complex numbers have no order to draw them in; pass their magnitudes or parts.", nameof(array));
        return array.size == 0 ? [] : np.ascontiguousarray(array).astype(NPTypeCode.Double).ToArray<double>();
    }
}
