using System.Globalization;
using NumSharp;
using NUnit.Framework;

namespace KerasSharp.Testing;

/// <summary>Comparisons with golden arrays, whose messages say where and by how much something differs.</summary>
public static class Closeness
{
    /// <summary>
    /// Fails unless shapes are equal and |actual − expected| ≤ <paramref name="atol"/> + <paramref name="rtol"/>·|expected| everywhere.
    /// NaN equals NaN and an infinity equals itself, nothing else.
    /// </summary>
    /// <param name="expected">The golden array.</param>
    /// <param name="actual">The values in C order; complex ones as real and imaginary in turn.</param>
    /// <param name="shape">The shape that came.</param>
    /// <param name="rtol">The relative tolerance, 0 or more.</param>
    /// <param name="atol">The absolute tolerance, 0 or more.</param>
    /// <param name="what">What is compared, such as <c>ops/MatMul.batch output_0</c>.</param>
    public static void AssertClose(GoldenArray expected, double[] actual, long[] shape, double rtol, double atol, string what)
    {
        double[] wanted = expected.ToDoubles();
        if (!HasShape(expected, shape, wanted.Length, actual.Length, what))
            return;
        bool Differs(int i) => !IsClose(wanted[i], actual[i], rtol, atol);
        string Show(double[] values, int i) => values[i].ToString("R", CultureInfo.InvariantCulture);
        string tolerance = string.Create(CultureInfo.InvariantCulture, $" (rtol {rtol}, atol {atol})");
        AssertNone(wanted.Length, Differs, shape, i => Show(wanted, i), i => Show(actual, i), what, tolerance);
    }

    /// <summary>As the other overload, for an array of NumSharp.</summary>
    public static void AssertClose(GoldenArray expected, NDArray actual, double rtol, double atol, string what)
    {
        NDArray complete = np.ascontiguousarray(actual);
        double[] values =
            actual.typecode == NPTypeCode.Complex
                ? [.. complete.ToArray<System.Numerics.Complex>().SelectMany(value => new[] { value.Real, value.Imaginary })]
                : complete.astype(NPTypeCode.Double).ToArray<double>();
        AssertClose(expected, values, actual.shape, rtol, atol, what);
    }

    /// <summary>Fails unless shape and every element's bytes are equal.</summary>
    /// <param name="expected">The golden array, not one of strings.</param>
    /// <param name="actual">The elements' little-endian bytes in C order, of the golden array's type.</param>
    /// <param name="shape">The shape that came.</param>
    /// <param name="what">What is compared.</param>
    public static void AssertSame(GoldenArray expected, byte[] actual, long[] shape, string what)
    {
        if (!HasShape(expected, shape, expected.Raw.Length, actual.Length, what))
            return;
        int count = (int)expected.Count;
        int size = count == 0 ? 0 : actual.Length / count;
        Span<byte> Element(byte[] bytes, int i) => bytes.AsSpan(i * size, size);
        string Show(byte[] bytes, int i) =>
            $"{string.Join(" ", GoldenElements.ToDoubles(expected.NumpyDtype, Element(bytes, i).ToArray()))} (bytes {Convert.ToHexString(Element(bytes, i))})";
        bool Differs(int i) => !Element(expected.Raw, i).SequenceEqual(Element(actual, i));
        AssertNone(count, Differs, shape, i => Show(expected.Raw, i), i => Show(actual, i), what, "");
    }

    /// <summary>Fails unless shape and every string are equal.</summary>
    public static void AssertSame(GoldenArray expected, string[] actual, long[] shape, string what)
    {
        string[] wanted = expected.Strings ?? throw new NotSupportedException($"{what}: {expected.NumpyDtype} is no string type.");
        if (!HasShape(expected, shape, wanted.Length, actual.Length, what))
            return;
        AssertNone(wanted.Length, i => wanted[i] != actual[i], shape, i => $"\"{wanted[i]}\"", i => $"\"{actual[i]}\"", what, "");
    }

    private static bool IsClose(double expected, double actual, double rtol, double atol) =>
        expected.Equals(actual)
        || expected == actual
        || (double.IsFinite(expected) && Math.Abs(actual - expected) <= atol + rtol * Math.Abs(expected));

    /// <summary>Inside a multiple assertion a failure does not throw, so the caller must know.</summary>
    private static bool HasShape(GoldenArray expected, long[] shape, int wanted, int came, string what)
    {
        if (expected.Shape.AsSpan().SequenceEqual(shape) && wanted == came)
            return true;
        string got = string.Join(", ", shape);
        Assert.Fail(
            expected.Shape.AsSpan().SequenceEqual(shape)
                ? $"{what}: shape [{got}] of {expected.NumpyDtype} needs {wanted} values, got {came}."
                : $"{what}: expected shape [{string.Join(", ", expected.Shape)}], got [{got}]."
        );
        return false;
    }

    private static void AssertNone(
        int count,
        Func<int, bool> differs,
        long[] shape,
        Func<int, string> expected,
        Func<int, string> actual,
        string what,
        string tolerance
    )
    {
        int[] bad = [.. Enumerable.Range(0, count).Where(differs)];
        if (bad.Length == 0)
            return;
        int first = bad[0];
        Assert.Fail(
            $"{what}: {bad.Length} of {count} values differ{tolerance}; the first at {Index(first, count, shape)}: expected {expected(first)}, got {actual(first)}."
        );
    }

    /// <summary>The position of a flat index; a complex array has two values an element, shown as a last axis.</summary>
    private static string Index(int flat, int count, long[] shape)
    {
        long elements = shape.Aggregate(1L, (product, size) => product * size);
        long[] sizes = count == elements ? shape : [.. shape, count / elements];
        var index = new long[sizes.Length];
        long rest = flat;
        for (int axis = sizes.Length - 1; axis >= 0; axis--)
        {
            index[axis] = rest % sizes[axis];
            rest /= sizes[axis];
        }
        return $"[{string.Join(", ", index)}]";
    }
}
