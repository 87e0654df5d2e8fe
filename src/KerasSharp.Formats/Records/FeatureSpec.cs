namespace KerasSharp.Formats.Records;

/// <summary>What a parser is to expect under a feature's name, as <c>tf.io.parse_example</c> is told it. Immutable.</summary>
public sealed class FeatureSpec
{
    private FeatureSpec(Layout layout, DType dtype, Shape shape, TensorValue? defaultValue)
    {
        if (Kinds.Of(dtype) == FeatureKind.None)
            throw new ArgumentException(
                $"Examples hold float32, int64 and string values, not {dtype.Name()}. Convert them after parsing.",
                nameof(dtype)
            );
        if (!shape.IsDefined)
            throw new ArgumentException($"The shape {shape} of a feature must be fully known.", nameof(shape));
        (Arrangement, DType, Shape, Default) = (layout, dtype, shape, Checked(defaultValue, dtype, shape, layout));
    }

    internal enum Layout
    {
        Fixed,
        Variable,
        Sequence,
    }

    /// <summary>The type of the values: float32, int64 or string.</summary>
    public DType DType { get; }

    /// <summary>The shape of one example's value, or of one step of a sequence.</summary>
    public Shape Shape { get; }

    /// <summary>What stands for a missing feature, or fills a short sequence; null where there is none.</summary>
    public TensorValue? Default { get; }

    internal Layout Arrangement { get; }

    /// <summary>As many values as the shape has elements, in every example. TensorFlow's <c>FixedLenFeature</c>.</summary>
    /// <param name="shape">The value's shape.</param>
    /// <param name="dtype">float32, int64 or string.</param>
    /// <param name="defaultValue">What stands for a missing feature: a value of the shape, or a scalar for all elements; null where a missing feature is an error.</param>
    /// <exception cref="ArgumentException">The type is none of these, the shape not known, or the default of another shape or type.</exception>
    public static FeatureSpec FixedLength(Shape shape, DType dtype, TensorValue? defaultValue = null) =>
        new(Layout.Fixed, dtype, shape, defaultValue);

    /// <summary>Any number of values, also none. TensorFlow's <c>VarLenFeature</c>; the result is sparse.</summary>
    /// <param name="dtype">float32, int64 or string.</param>
    /// <exception cref="ArgumentException">The type is none of these.</exception>
    public static FeatureSpec VariableLength(DType dtype) => new(Layout.Variable, dtype, Shape.Scalar, null);

    /// <summary>Any number of steps of a shape; short ones are filled up. TensorFlow's <c>FixedLenSequenceFeature</c>.</summary>
    /// <param name="shape">The shape of a step.</param>
    /// <param name="dtype">float32, int64 or string.</param>
    /// <param name="padding">A scalar that fills up; null for 0 or empty strings.</param>
    /// <exception cref="ArgumentException">The type is none of these, the shape not known, or the padding no scalar of the type.</exception>
    public static FeatureSpec Sequence(Shape shape, DType dtype, TensorValue? padding = null) =>
        new(Layout.Sequence, dtype, shape, padding);

    private static TensorValue? Checked(TensorValue? value, DType dtype, Shape shape, Layout layout)
    {
        if (
            value is null
            || (value.DType == dtype && (value.Shape.Size == 1 || (layout == Layout.Fixed && value.Shape.Size == shape.Size)))
        )
            return value;
        throw new ArgumentException(
            $"The default is {value.DType.Name()} of shape {value.Shape}; expected {dtype.Name()}, one value"
                + (layout == Layout.Fixed ? $" or shape {shape}." : ".")
        );
    }
}
