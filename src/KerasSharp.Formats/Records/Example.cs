using Google.Protobuf;

namespace KerasSharp.Formats.Records;

/// <summary>TensorFlow's <c>tf.train.Example</c>: named features, what a record of a TFRecord file usually holds.</summary>
public sealed class Example
{
    /// <summary>The features by name, written in this order.</summary>
    public IDictionary<string, Feature> Features { get; } = new OrderedDictionary<string, Feature>();

    /// <summary>The feature of that name.</summary>
    /// <exception cref="KeyNotFoundException">When read: there is none.</exception>
    public Feature this[string name]
    {
        get => Features[name];
        set => Features[name] = value;
    }

    /// <summary>Reads an example.</summary>
    /// <param name="bytes">A record's data.</param>
    /// <param name="name">What errors call it.</param>
    /// <exception cref="FileFormatException">The bytes are no example.</exception>
    public static Example Parse(ReadOnlySpan<byte> bytes, string name = "example")
    {
        var example = new Example();
        ExampleMessages.Fill(example.Features, ExampleMessages.Parse(Protobuf.Examples.Example.Parser, bytes, name).Features?.Feature);
        return example;
    }

    /// <summary>The example as a record's data.</summary>
    public byte[] ToBytes() => new Protobuf.Examples.Example { Features = ExampleMessages.ToMessage(Features) }.ToByteArray();
}
