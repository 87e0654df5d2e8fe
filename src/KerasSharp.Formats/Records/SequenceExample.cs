using Google.Protobuf;
using KerasSharp.Formats.Protobuf.Examples;

namespace KerasSharp.Formats.Records;

/// <summary>TensorFlow's <c>tf.train.SequenceExample</c>: features of the whole, and lists with a feature for each step of time.</summary>
public sealed class SequenceExample
{
    /// <summary>The features of the whole by name, written in this order.</summary>
    public IDictionary<string, Feature> Context { get; } = new OrderedDictionary<string, Feature>();

    /// <summary>The features of each step by name, written in this order.</summary>
    public IDictionary<string, IReadOnlyList<Feature>> FeatureLists { get; } = new OrderedDictionary<string, IReadOnlyList<Feature>>();

    /// <summary>Reads a sequence example.</summary>
    /// <param name="bytes">A record's data.</param>
    /// <param name="name">What errors call it.</param>
    /// <exception cref="FileFormatException">The bytes are no sequence example.</exception>
    public static SequenceExample Parse(ReadOnlySpan<byte> bytes, string name = "sequence example")
    {
        var message = ExampleMessages.Parse(Protobuf.Examples.SequenceExample.Parser, bytes, name);
        var example = new SequenceExample();
        ExampleMessages.Fill(example.Context, message.Context?.Feature);
        foreach (var (key, list) in message.FeatureLists?.FeatureList ?? [])
            example.FeatureLists[key] = [.. list.Feature.Select(feature => new Feature(feature))];
        return example;
    }

    /// <summary>The sequence example as a record's data.</summary>
    public byte[] ToBytes()
    {
        var lists = new FeatureLists();
        foreach (var (key, features) in FeatureLists)
        {
            var list = new FeatureList();
            list.Feature.AddRange(features.Select(feature => feature.Message));
            lists.FeatureList[key] = list;
        }
        return new Protobuf.Examples.SequenceExample { Context = ExampleMessages.ToMessage(Context), FeatureLists = lists }.ToByteArray();
    }
}
