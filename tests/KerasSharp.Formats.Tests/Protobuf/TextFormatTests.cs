using Google.Protobuf;
using KerasSharp.Formats.Protobuf;
using KerasSharp.Formats.Protobuf.TextFormat;
using KerasSharp.Testing;
using NUnit.Framework;

namespace KerasSharp.Formats.Tests.Protobuf;

/// <summary>Protobuf's text format against Google's own reader, in all its forms.</summary>
public sealed class TextFormatTests
{
    private static readonly string[] Texts =
    [
        "node { name: 'a' op: \"NoOp\" } # a comment\n# another\nnode < name: 'b' >",
        "node [ { name: 'a' }, { name: 'b' } ] node: { name: 'c' };",
        "node { input: ['a', 'b'] input: \"c\" 'd' \"e\", device: '' }",
        "node { attr { key: 'f' value { f: 1.5 } } attr < key: 'g' value: < f: -inf > > attr { value { f: nan } } }",
        "node { attr { key: 'e' value { f: 1e-20f } } attr { key: 'h' value { f: .5 } } attr { key: 'i', value { f: 3 } } }",
        "node { attr { key: 's' value { s: '\\n\\t\\\\\\'\\\"\\x41\\101\\0\\377' } } }",
        "node { attr { key: 'l' value { list { i: [1, -2, 0x10, 010] f: [inf, -0.0] b: [true, False, t, 0] type: [DT_INT8, 1] } } } }",
        "node { attr { key: 't' value { tensor { dtype: DT_STRING tensor_shape { dim { size: -1 } unknown_rank: true } string_val: 'é' } } } }",
        "library { function { signature { name: 'f' } ret { key: 'y' value: 'z:0' } arg_attr { key: 3 value { } } resource_arg_unique_id { key: 1 value: 2 } } }",
        "versions { producer: 2474 bad_consumers: [] min_consumer: -5 }",
        "debug_info { frames_by_id { key: 18446744073709551615 value { line: 0 col: 7 } } name_to_trace_id { key: 'x' value: 9 } }",
        "node { experimental_type { type_id: TFT_TENSOR args { type_id: TFT_FLOAT } s: 'x' } }",
    ];

    private const string Script = """
        import base64, os
        os.environ['TF_CPP_MIN_LOG_LEVEL'] = '3'
        from google.protobuf import text_format
        from tensorflow.core.framework import graph_pb2
        for name in sys.argv[1:]:
            graph = text_format.Parse(open(name, encoding='utf-8').read(), graph_pb2.GraphDef())
            ours = text_format.Parse(open(name + '.again', encoding='utf-8').read(), graph_pb2.GraphDef())
            print(base64.b64encode(graph.SerializeToString(deterministic=True)).decode(), repr(ours) == repr(graph))
        """;

    [Test]
    public void AsGoogleReadsIt()
    {
        using var folder = new TemporaryFolder();
        string[] paths = [.. Enumerable.Range(0, Texts.Length).Select(i => folder[$"{i}.pbtxt"])];
        for (int i = 0; i < Texts.Length; i++)
        {
            File.WriteAllText(paths[i], Texts[i]);
            using var stream = File.Create(paths[i] + ".again");
            TextFormatWriter.Write(TextFormatReader.Read<GraphDef>(Texts[i], "text"), stream);
        }
        var lines = ReferencePython.Run(Script, paths).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.That(lines, Has.Length.EqualTo(Texts.Length));
        for (int i = 0; i < Texts.Length; i++)
        {
            var parts = lines[i].Split(' ');
            var expected = GraphDef.Parser.ParseFrom(Convert.FromBase64String(parts[0]));
            var actual = TextFormatReader.Read<GraphDef>(Texts[i], "text");
            Assert.That(actual.ToByteArray().Order(), Is.EqualTo(expected.ToByteArray().Order()), Texts[i]);
            Assert.That(actual.ToString(), Is.EqualTo(expected.ToString()), Texts[i]);
            Assert.That(parts[1], Is.EqualTo("True"), $"written anew: {Texts[i]}");
        }
    }

    /// <summary>Google's reader in Python takes these for other bytes than its specification; they are UTF-8.</summary>
    [TestCase("\\u00e9", "é")]
    [TestCase("\\U0001F600", "😀")]
    [TestCase("\\ud83d\\ude00", "😀")]
    public void UnicodeEscapes(string escape, string text) =>
        Assert.That(TextFormatReader.Read<GraphDef>($"node {{ name: '{escape}' }}", "text").Node[0].Name, Is.EqualTo(text));

    /// <summary>Google's reader in C++ takes a sign that stands apart, that in Python does not.</summary>
    [Test]
    public void ASignMayStandApart() =>
        Assert.That(TextFormatReader.Read<GraphDef>("versions { producer: - 5 }", "text").Versions.Producer, Is.EqualTo(-5));

    [TestCase("node { name: 'a' name: 'b' }", "was there already")]
    [TestCase("node { attr { key: 'a' value { i: 1 f: 2 } } }", "the same choice")]
    [TestCase("node { attr { key: 'a' key: 'b' } }", "each once")]
    [TestCase("node { input: ['a', ] }", "text in quotes")]
    [TestCase("node { input: ['a' 'b' }", "',' or ']'")]
    [TestCase("node {,}", "no field of NodeDef")]
    [TestCase("versions { producer: 2147483648 }", "int32")]
    [TestCase("versions { producer: 09 }", "int32")]
    [TestCase("versions { producer: 1.5 }", "int32")]
    [TestCase("node { attr { value { b: maybe } } }", "bool")]
    [TestCase("node { attr { value { f: 1,5 } } }", "no field of AttrValue")]
    [TestCase("node { name: '\\377' }", "UTF-8")]
    [TestCase("node { attr { value { s: '\\400' } } }", "no byte")]
    [TestCase("node { attr { value { s: '\\u12' } } }", "hexadecimal")]
    [TestCase("node { attr { value { s: '\\ud800' } } }", "no character")]
    [TestCase("node { [type.googleapis.com/x] { } }", "no field of NodeDef")]
    [TestCase("node { name: 'a\n' }", "not closed")]
    public void Refused(string text, string reason) =>
        Assert.That(
            () => TextFormatReader.Read<GraphDef>(text, "graph.pbtxt"),
            Throws.TypeOf<FileFormatException>().With.Message.Contains(reason).And.Message.Contains("'graph.pbtxt', line ")
        );
}
