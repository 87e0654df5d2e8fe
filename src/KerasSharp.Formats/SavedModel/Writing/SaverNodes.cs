using System.Text;
using KerasSharp.Formats.Checkpoints.Objects;
using KerasSharp.Formats.Protobuf;

namespace KerasSharp.Formats.SavedModel.Writing;

/// <summary>The operations that save and restore a model's variables, for programs that know the graph only.</summary>
internal sealed class SaverNodes
{
    private const string Prefix = "saver";

    private readonly Nodes nodes;
    private readonly (DType DType, string Handle)[] variables;
    private readonly string file;
    private readonly string keys;
    private readonly string slices;

    private SaverNodes(Nodes nodes, IEnumerable<(DType, string)> variables)
    {
        (this.nodes, this.variables) = (nodes, [.. variables]);
        file = nodes.Add(
            "Placeholder",
            $"{Prefix}_filename",
            [],
            ("dtype", Attribute.Of(DType.String)),
            ("shape", Attribute.Of(Shape.Scalar))
        );
        keys = AddStrings("keys", i => ObjectKeys.Value(ObjectGraph.PathOf(i), ObjectKeys.VariableValue));
        slices = AddStrings("slices", _ => "");
    }

    private AttrValue Types => Attribute.List(variables.Select(variable => variable.DType));

    /// <summary>Adds them.</summary>
    /// <param name="nodes">The graph's nodes.</param>
    /// <param name="variables">The types of the model's variables in their order, one at least, and the nodes of their handles.</param>
    public static SaverDef Add(Nodes nodes, IEnumerable<(DType DType, string Handle)> variables)
    {
        var saver = new SaverNodes(nodes, variables);
        return new SaverDef
        {
            FilenameTensorName = $"{saver.file}:0",
            SaveTensorName = $"{saver.AddSave()}:0",
            RestoreOpName = saver.AddRestore(),
            Version = SaverDef.Types.CheckpointFormatVersion.V2,
        };
    }

    private string AddSave()
    {
        string[] values =
        [
            .. variables.Select(variable =>
                nodes.Add("ReadVariableOp", $"{Prefix}/read", [variable.Handle], ("dtype", Attribute.Of(variable.DType)))
            ),
        ];
        var save = nodes.Add("SaveV2", $"{Prefix}/save", [file, keys, slices, .. values], ("dtypes", Types));
        return nodes.Add("Identity", $"{Prefix}/saved", [file, $"^{save}"], ("T", Attribute.Of(DType.String)));
    }

    private string AddRestore()
    {
        var values = nodes.Add("RestoreV2", $"{Prefix}/restore", [file, keys, slices], ("dtypes", Types));
        string[] writes =
        [
            .. variables.Select(
                (variable, i) =>
                    nodes.Add(
                        "AssignVariableOp",
                        $"{Prefix}/assign",
                        [variable.Handle, $"{values}:{i}"],
                        ("dtype", Attribute.Of(variable.DType))
                    )
            ),
        ];
        return nodes.Add("NoOp", $"{Prefix}/restored", writes.Select(write => $"^{write}"));
    }

    private string AddStrings(string name, Func<int, string> text)
    {
        byte[][] elements = [.. variables.Select((_, i) => Encoding.UTF8.GetBytes(text(i)))];
        var value = TensorValue.FromStrings(Shape.Of(elements.Length), elements).ToTensorProto();
        return nodes.Add("Const", $"{Prefix}/{name}", [], ("dtype", Attribute.Of(DType.String)), ("value", Attribute.Of(value)));
    }
}
