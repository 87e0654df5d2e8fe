namespace KerasSharp.Formats.Records;

/// <summary>Turns sequence examples into arrays by a description, as <c>tf.io.parse_single_sequence_example</c> does. Safe for several threads.</summary>
public sealed class SequenceExampleParser
{
    private readonly IReadOnlyDictionary<string, FeatureSpec> context;
    private readonly IReadOnlyDictionary<string, FeatureSpec> sequences;

    /// <summary>A parser.</summary>
    /// <param name="context">What is expected of the whole.</param>
    /// <param name="sequences">What is expected of each step: of fixed length, which gives a dense value of shape [steps, …], or of variable length, which gives a sparse one.</param>
    /// <exception cref="ArgumentException">A step is described as a sequence itself.</exception>
    public SequenceExampleParser(IReadOnlyDictionary<string, FeatureSpec> context, IReadOnlyDictionary<string, FeatureSpec> sequences)
    {
        if (sequences.FirstOrDefault(pair => pair.Value.Arrangement == FeatureSpec.Layout.Sequence).Key is { } key)
            throw new ArgumentException(
                $"'{key}': a step is of fixed or variable length; FeatureSpec.Sequence describes a feature of one example.",
                nameof(sequences)
            );
        (this.context, this.sequences) = (context, sequences);
    }

    /// <summary>Parses one sequence example.</summary>
    /// <param name="bytes">A record's data.</param>
    /// <param name="name">What errors call it.</param>
    /// <returns>What was found of the whole, and of the steps.</returns>
    /// <exception cref="FileFormatException">The record is no sequence example, or a feature is missing or does not fit its description.</exception>
    public (ParsedFeatures Context, ParsedFeatures Sequences) Parse(ReadOnlySpan<byte> bytes, string name = "sequence example")
    {
        var example = SequenceExample.Parse(bytes, name);
        var steps = sequences.ToDictionary(pair => pair.Key, pair => Steps(example, pair.Key, pair.Value, name));
        return (
            FeatureColumn.Parse(context, [example.Context], _ => name).First(),
            FeatureColumn.Parse(sequences, key => steps[key], step => $"{name}, step {step}")
        );
    }

    private static Feature?[] Steps(SequenceExample example, string key, FeatureSpec spec, string name)
    {
        if (example.FeatureLists.TryGetValue(key, out var steps))
            return [.. steps];
        return spec.Arrangement == FeatureSpec.Layout.Variable
            ? []
            : throw new FileFormatException(name, $"feature list '{key}'", "it is expected and not there.");
    }
}
