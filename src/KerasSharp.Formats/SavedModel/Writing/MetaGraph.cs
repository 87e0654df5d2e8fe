using KerasSharp.Formats.Protobuf;
using KerasSharp.Formats.Protobuf.Graphs;
using KerasSharp.Formats.Protobuf.Tensors;

namespace KerasSharp.Formats.SavedModel.Writing;

/// <summary>The graph that servers run: a handle for each variable, a call for each signature, and what saves and restores the variables.</summary>
internal sealed class MetaGraph
{
    private const string Serve = "serve";
    private const string PredictMethod = "tensorflow/serving/predict";
    private const string InitSignature = "__saved_model_init_op";

    private readonly Nodes nodes = new();
    private readonly MetaGraphDef message;
    private readonly Dictionary<VariableToSave, string> handles;

    private MetaGraph(ModelToSave model, ObjectGraph objects)
    {
        message = new MetaGraphDef
        {
            MetaInfoDef = new MetaGraphDef.Types.MetaInfoDef { Tags = { Serve }, TensorflowVersion = model.TensorFlowVersion },
            GraphDef = new GraphDef { Library = model.Library.Library.Clone(), Versions = model.Library.Versions?.Clone() },
            ObjectGraphDef = objects.ToProto(),
        };
        handles = model.Variables.ToDictionary(variable => variable, AddHandle);
        foreach (var function in objects.Functions)
            message.GraphDef.Library.Function.Add(function.ToProto());
        foreach (var (name, function) in objects.Signatures)
            message.SignatureDef.Add(name, AddSignature(name, function));
        message.SignatureDef.Add(InitSignature, AddInit());
        if (handles.Count > 0)
            message.SaverDef = SaverNodes.Add(nodes, model.Variables.Select(variable => (variable.DType, handles[variable])));
        message.GraphDef.Node.AddRange(nodes.All);
    }

    /// <summary>Makes the graph.</summary>
    public static MetaGraphDef Build(ModelToSave model, ObjectGraph objects) => new MetaGraph(model, objects).message;

    private string AddHandle(VariableToSave variable)
    {
        var name = nodes.Add(
            "VarHandleOp",
            NodeNames.Allowed(variable.Name),
            [],
            ("dtype", Attribute.Of(variable.DType)),
            ("shape", Attribute.Of(variable.Shape))
        );
        // TensorFlow keeps a variable under this name, so that no two may have the same.
        nodes.All[^1].Attr.Add("shared_name", Attribute.Of(name));
        return name;
    }

    private SignatureDef AddSignature(string name, ConcreteFunction function)
    {
        var signature = new SignatureDef { MethodName = PredictMethod };
        var placeholders = new List<string>();
        foreach (var input in function.Inputs)
        {
            placeholders.Add(
                nodes.Add(
                    "Placeholder",
                    NodeNames.Allowed($"{name}_{input.Name}"),
                    [],
                    ("dtype", Attribute.Of(input.DType)),
                    ("shape", Attribute.Of(input.Shape))
                )
            );
            signature.Inputs.Add(input.Name, Describe(input, $"{placeholders[^1]}:0"));
        }
        var call = nodes.AddCall(
            function.Name,
            [.. placeholders, .. function.Variables.Select(variable => handles[variable])],
            function.ArgumentTypes,
            function.Outputs.Select(output => output.DType)
        );
        foreach (var (index, output) in function.Outputs.Index())
            signature.Outputs.Add(output.Name, Describe(output, $"{call}:{index}"));
        return signature;
    }

    private SignatureDef AddInit()
    {
        var signature = new SignatureDef();
        signature.Outputs.Add(
            InitSignature,
            new TensorInfo
            {
                Name = nodes.Add("NoOp", "NoOp", []),
                TensorShape = new TensorShapeProto { UnknownRank = true },
            }
        );
        return signature;
    }

    private static TensorInfo Describe(TensorSpec spec, string tensor) =>
        new()
        {
            Name = tensor,
            Dtype = (DataType)spec.DType,
            TensorShape = spec.Shape.ToProto(),
        };
}
