namespace KerasSharp.Formats.Records;

/// <summary>Turns examples into arrays by a description of their features, as <c>tf.io.parse_example</c> does. Safe for several threads.</summary>
/// <param name="specs">What is expected under each feature's name; other features of the examples are passed over.</param>
public sealed class ExampleParser(IReadOnlyDictionary<string, FeatureSpec> specs)
{
    /// <summary>Parses a batch: every value has the examples as its first axis.</summary>
    /// <param name="examples">Records' data.</param>
    /// <param name="name">What errors call the batch, such as the file.</param>
    /// <exception cref="FileFormatException">A record is no example, or a feature is missing or does not fit its description.</exception>
    public ParsedFeatures Parse(IReadOnlyList<ReadOnlyMemory<byte>> examples, string name = "batch") =>
        FeatureColumn.Parse(
            specs,
            [.. examples.Select((bytes, i) => Example.Parse(bytes.Span, $"{name}[{i}]").Features)],
            i => $"{name}[{i}]"
        );

    /// <summary>Parses one example: values without a first axis for the batch.</summary>
    /// <param name="example">A record's data.</param>
    /// <param name="name">What errors call it.</param>
    /// <exception cref="FileFormatException">As for a batch.</exception>
    public ParsedFeatures Parse(ReadOnlySpan<byte> example, string name = "example") =>
        FeatureColumn.Parse(specs, [Example.Parse(example, name).Features], _ => name).First();
}
