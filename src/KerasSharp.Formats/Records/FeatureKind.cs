namespace KerasSharp.Formats.Records;

/// <summary>What a <see cref="Feature"/> is a list of.</summary>
public enum FeatureKind
{
    /// <summary>Nothing: the feature is named and has no value. Parsers take it as missing.</summary>
    None,

    /// <summary>Byte strings, also texts as UTF-8.</summary>
    Bytes,

    /// <summary>32-bit floats.</summary>
    Float,

    /// <summary>64-bit integers.</summary>
    Int64,
}
