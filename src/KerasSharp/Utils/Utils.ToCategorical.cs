using NumSharp;

namespace KerasSharp;

/// <summary>Keras's <c>utils</c>: small functions on host arrays.</summary>
public static partial class Utils
{
    /// <summary>Turns class numbers into one-hot rows.</summary>
    /// <param name="y">
    /// Class numbers of any shape, whole numbers from 0 to <paramref name="numClasses"/> − 1. Fractions are cut off. As in
    /// Keras, which indexes with them, −1 means the last class, down to −<paramref name="numClasses"/>.
    /// </param>
    /// <param name="numClasses">The number of classes. Default (null, or 0): the largest number in <paramref name="y"/> plus 1.</param>
    /// <returns>
    /// A float32 array of the shape of <paramref name="y"/> with <paramref name="numClasses"/> added at the end; a last
    /// dimension of 1 is dropped first where there is more than one dimension.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">A class number is out of range, or the number of classes is negative.</exception>
    /// <exception cref="ArgumentException">The labels are text or complex numbers, or no number of classes is given and none can be taken from them.</exception>
    public static NDArray ToCategorical(NDArray y, int? numClasses = null)
    {
        ArgumentNullException.ThrowIfNull(y);
        var labels = LabelsOf(y);
        var classes = numClasses is null or 0 ? InferClasses(labels) : numClasses.Value;
        ArgumentOutOfRangeException.ThrowIfNegative(classes, nameof(numClasses));
        var encoded = new float[checked(labels.Length * classes)];
        for (var i = 0; i < labels.Length; i++)
        {
            encoded[(i * classes) + IndexOf(labels[i], i, classes)] = 1;
        }

        return np.array(encoded).reshape(CategoricalShape(y.shape, classes));
    }

    private static long[] LabelsOf(NDArray y)
    {
        if (y.typecode is NPTypeCode.Half or NPTypeCode.Single or NPTypeCode.Double)
        {
            var values = y.astype(NPTypeCode.Double).flatten().ToArray<double>();
            return [.. values.Select((value, i) => double.IsFinite(value) ? (long)value : throw NotANumber(value, i))];
        }

        if (y.typecode is NPTypeCode.Char or NPTypeCode.Complex)
        {
            throw new ArgumentException($"ToCategorical expects numbers as labels, got {y.typecode}.", nameof(y));
        }

        return y.astype(NPTypeCode.Int64).flatten().ToArray<long>();
    }

    private static int InferClasses(long[] labels)
    {
        var largest = labels.Length > 0 ? labels.Max() : -1;
        if (largest is < 0 or >= int.MaxValue)
        {
            var got = labels.Length == 0 ? "no labels" : $"{largest} as the largest label";
            throw new ArgumentException(
                $"ToCategorical takes the number of classes from the largest label, got {got}; pass numClasses.",
                "y"
            );
        }

        return (int)largest + 1;
    }

    private static int IndexOf(long label, int position, int classes)
    {
        if (label < -classes || label >= classes)
        {
            throw new ArgumentOutOfRangeException(
                "y",
                label,
                $"ToCategorical expects labels from 0 to {classes - 1} for numClasses {classes}, got {label} at position "
                    + $"{position}; pass a larger numClasses or correct the labels."
            );
        }

        return (int)(label < 0 ? label + classes : label);
    }

    private static NumSharp.Shape CategoricalShape(long[] shape, int classes)
    {
        var kept = shape is [.. var front, 1] && front.Length > 0 ? front : shape;
        return new NumSharp.Shape([.. kept, classes]);
    }

    private static ArgumentOutOfRangeException NotANumber(double value, int position) =>
        new("y", value, $"ToCategorical expects whole numbers as labels, got {value} at position {position}.");
}
