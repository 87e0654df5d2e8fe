using System.Text;

namespace KerasSharp.Engines.TensorFlow.Tests.Interchange;

/// <summary>A GraphDef in protobuf's text format, written node by node.</summary>
internal sealed class GraphText
{
    private readonly StringBuilder text = new();

    /// <summary>Adds a placeholder.</summary>
    public GraphText Placeholder(string name, string dtype) => Node(name, "Placeholder", [], "dtype", $"type: {dtype}");

    /// <summary>Adds an operation.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="op">The op.</param>
    /// <param name="inputs">The names of its inputs.</param>
    /// <param name="attributes">Names of attributes, each followed by its value.</param>
    public GraphText Node(string name, string op, string[] inputs, params string[] attributes)
    {
        text.Append($"node {{ name: \"{name}\" op: '{op}'");
        foreach (var input in inputs)
            text.Append($" input: \"{input}\"");
        for (int i = 0; i < attributes.Length; i += 2)
            text.Append($" attr {{ key: \"{attributes[i]}\" value {{ {attributes[i + 1]} }} }}");
        text.Append(" }\n");
        return this;
    }

    /// <summary>Writes the file.</summary>
    public string Write(string path)
    {
        File.WriteAllText(path, text.ToString());
        return path;
    }

    /// <inheritdoc/>
    public override string ToString() => text.ToString();
}
