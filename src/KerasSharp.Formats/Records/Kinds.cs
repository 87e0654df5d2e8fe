namespace KerasSharp.Formats.Records;

/// <summary>Which kind of feature holds values of a data type.</summary>
internal static class Kinds
{
    /// <summary>The kind; <see cref="FeatureKind.None"/> where examples have no such type.</summary>
    public static FeatureKind Of(DType dtype) =>
        dtype switch
        {
            DType.Float32 => FeatureKind.Float,
            DType.Int64 => FeatureKind.Int64,
            DType.String => FeatureKind.Bytes,
            _ => FeatureKind.None,
        };
}
