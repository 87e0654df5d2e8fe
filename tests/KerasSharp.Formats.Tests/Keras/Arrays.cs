using KerasSharp.Formats.Keras;
using KerasSharp.Testing;
using NumSharp;

namespace KerasSharp.Formats.Tests.Keras;

/// <summary>Comparisons of arrays of model files.</summary>
internal static class Arrays
{
    /// <summary>Fails unless a variable holds exactly the numbers of a golden array, whatever the types.</summary>
    public static void AssertHolds(GoldenArray expected, KerasVariable variable, string what)
    {
        double[] wanted =
            variable.DType == DType.BFloat16 && expected.NumpyDtype == "u2"
                ? [.. expected.ToArray<ushort>().Select(bits => (double)BitConverter.Int32BitsToSingle(bits << 16))]
                : expected.ToDoubles();
        Assert.That(variable.Shape.ToArray(), Is.EqualTo(expected.Shape), what);
        double[] actual = ToDoubles(variable.Read());
        // A file of float16 holds the numbers rounded.
        if (variable.DType == DType.Float16 && expected.NumpyDtype == "f4")
            wanted = [.. wanted.Select(value => (double)(Half)value)];
        Assert.That(actual, Is.EqualTo(wanted), what);
    }

    /// <summary>The numbers of an array in row order.</summary>
    public static double[] ToDoubles(NDArray array) => np.ascontiguousarray(array).astype(NPTypeCode.Double).ToArray<double>();
}
