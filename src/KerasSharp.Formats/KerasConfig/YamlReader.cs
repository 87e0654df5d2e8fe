using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace KerasSharp.Formats.KerasConfig;

/// <summary>Reads the events of a YAML text into JSON nodes. What an anchor marks is copied where an alias refers to it.</summary>
internal sealed class YamlReader(IParser parser, string file)
{
    private const int MaximumDepth = 100;
    private const int MaximumCount = 1_000_000;
    private readonly Dictionary<AnchorName, (JsonNode? Node, int Count)> anchors = [];
    private int depth;
    private int count;

    /// <summary>The text's only document.</summary>
    public JsonNode? ReadDocument()
    {
        parser.Consume<StreamStart>();
        parser.Consume<DocumentStart>();
        var root = ReadNode();
        parser.Consume<DocumentEnd>();
        if (!parser.TryConsume<StreamEnd>(out _))
            throw Error(parser.Current, "a second document begins; expected one.");
        return root;
    }

    private JsonNode? ReadNode()
    {
        if (parser.TryConsume<AnchorAlias>(out var alias))
            return Copy(alias);
        var start = parser.Consume<NodeEvent>();
        int before = count;
        if (++depth > MaximumDepth)
            throw Error(start, $"more than {MaximumDepth} levels stand inside each other.");
        Add(1, start);
        CheckTag(start);
        JsonNode? node = start switch
        {
            MappingStart => ReadMapping(),
            SequenceStart => ReadSequence(),
            _ => YamlScalars.Read((Scalar)start),
        };
        depth--;
        if (!start.Anchor.IsEmpty)
            anchors[start.Anchor] = (node, count - before);
        return node;
    }

    private JsonObject ReadMapping()
    {
        var result = new JsonObject();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = parser.Consume<Scalar>();
            if (!result.TryAdd(key.Value, ReadNode()))
                throw Error(key, $"'{key.Value}' stands here twice.");
        }
        return result;
    }

    private JsonArray ReadSequence()
    {
        var result = new JsonArray();
        while (!parser.TryConsume<SequenceEnd>(out _))
            result.Add(ReadNode());
        return result;
    }

    private JsonNode? Copy(AnchorAlias alias)
    {
        if (!anchors.TryGetValue(alias.Value, out var marked))
            throw Error(alias, $"*{alias.Value} refers to nothing that stands before it.");
        Add(marked.Count, alias);
        return marked.Node?.DeepClone();
    }

    private void Add(int more, ParsingEvent at)
    {
        count += more;
        if (count > MaximumCount)
            throw Error(at, $"more than {MaximumCount} values: no config of a model.");
    }

    private void CheckTag(NodeEvent node)
    {
        if (node.Tag.IsEmpty || node.Tag.IsNonSpecific)
            return;
        var tag = node.Tag.Value;
        bool isPython =
            !tag.StartsWith("tag:yaml.org,2002:", StringComparison.Ordinal) || tag.Contains("python/", StringComparison.Ordinal);
        if (
            isPython
            && !tag.EndsWith("python/tuple", StringComparison.Ordinal)
            && !tag.EndsWith("python/unicode", StringComparison.Ordinal)
        )
            throw Error(node, $"the tag {tag} asks for a Python object, which is never made from a file. Only tuples are read.");
    }

    private FileFormatException Error(ParsingEvent? at, string problem) => new(file, $"line {at?.Start.Line}", problem);
}
