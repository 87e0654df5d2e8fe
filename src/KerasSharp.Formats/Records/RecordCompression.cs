namespace KerasSharp.Formats.Records;

/// <summary>How a TFRecord file as a whole is compressed. It is not written in the file: reader and writer must agree.</summary>
public enum RecordCompression
{
    /// <summary>Not at all, TensorFlow's default.</summary>
    None,

    /// <summary>As one gzip stream, TensorFlow's <c>"GZIP"</c>.</summary>
    Gzip,

    /// <summary>As one zlib stream, TensorFlow's <c>"ZLIB"</c>.</summary>
    Zlib,
}
