using KerasSharp.Formats.Checkpoints;
using KerasSharp.Formats.Protobuf;
using KerasSharp.Formats.Protobuf.Tensors;
using ObjectReference = KerasSharp.Formats.Protobuf.TrackableObjectGraph.Types.TrackableObject.Types.ObjectReference;

namespace KerasSharp.Formats.SavedModel.Writing;

/// <summary>The Python objects of a model, as Keras 3 exports them: lists of variables, functions, and the map of signatures; with the checkpoint that fills them.</summary>
internal sealed class ObjectGraph
{
    private const string VariableList = "variables";
    private const string TrainableList = "trainable_variables";
    private const string NonTrainableList = "non_trainable_variables";
    private const string SignatureMap = "signatures";
    private const string DefaultSignature = "serving_default";

    private readonly SavedObjectGraph message = new();
    private readonly Dictionary<VariableToSave, int> variables = [];

    /// <summary>Numbers the objects.</summary>
    public ObjectGraph(ModelToSave model)
    {
        Checkpoint = MakeCheckpoint(model.Variables);
        int root = Add(User("_generic_user_object"));
        foreach (var variable in model.Variables)
            variables.Add(variable, Add(new SavedObject { Variable = Describe(variable) }));
        AddList(root, VariableList, model.Variables);
        AddList(root, TrainableList, model.Variables.Where(variable => variable.IsTrainable));
        AddList(root, NonTrainableList, model.Variables.Where(variable => !variable.IsTrainable));
        foreach (var function in model.Functions)
            Link(root, function.Name, AddFunction(function));
        int map = Add(User("signature_map"));
        Link(root, SignatureMap, map);
        foreach (var function in model.Functions)
            AddSignature(map, function, function.Name);
        if (model.Functions.All(function => function.Name != DefaultSignature))
            AddSignature(map, model.Functions[0], DefaultSignature);
    }

    /// <summary>The attributes of every model that is written, which no function may have the name of.</summary>
    public static IReadOnlyList<string> AttributeNames => [VariableList, TrainableList, NonTrainableList, SignatureMap];

    /// <summary>The variables with their values, under the same attributes.</summary>
    public CheckpointNode Checkpoint { get; }

    /// <summary>The functions to call by keywords, by the signatures' names.</summary>
    public Dictionary<string, ConcreteFunction> Signatures { get; } = new(StringComparer.Ordinal);

    /// <summary>All functions that are called from outside.</summary>
    public List<ConcreteFunction> Functions { get; } = [];

    /// <summary>The objects as TensorFlow's.</summary>
    public SavedObjectGraph ToProto() => message;

    /// <summary>The path of a variable in the checkpoint.</summary>
    /// <param name="index">Its place among the model's variables.</param>
    public static string PathOf(int index) => $"{VariableList}/{index}";

    private static CheckpointNode MakeCheckpoint(IReadOnlyList<VariableToSave> variables)
    {
        var nodes = variables.Select(variable => (variable.IsTrainable, Node: new CheckpointNode(variable.Read, variable.Name))).ToArray();
        return new CheckpointNode
        {
            [VariableList] = List(nodes),
            [TrainableList] = List(nodes.Where(entry => entry.IsTrainable)),
            [NonTrainableList] = List(nodes.Where(entry => !entry.IsTrainable)),
        };

        static CheckpointNode List(IEnumerable<(bool, CheckpointNode Node)> entries)
        {
            var list = new CheckpointNode();
            foreach (var (index, entry) in entries.Index())
                list[$"{index}"] = entry.Node;
            return list;
        }
    }

    private void AddList(int owner, string name, IEnumerable<VariableToSave> members)
    {
        int list = Add(User("trackable_list_wrapper"));
        Link(owner, name, list);
        foreach (var (index, member) in members.Index())
            Link(list, $"{index}", variables[member]);
    }

    private int AddFunction(FunctionToSave function)
    {
        var concrete = ConcreteFunction.OfAttribute(function);
        Functions.Add(concrete);
        message.ConcreteFunctions.Add(concrete.Name, CallingConvention.FormOfAttribute(concrete, Bound(concrete)));
        return Add(
            new SavedObject
            {
                Function = new SavedFunction
                {
                    ConcreteFunctions = { concrete.Name },
                    FunctionSpec = CallingConvention.OfAttribute(concrete),
                },
            }
        );
    }

    private void AddSignature(int map, FunctionToSave function, string name)
    {
        var concrete = ConcreteFunction.OfSignature(function, name);
        Functions.Add(concrete);
        Signatures.Add(name, concrete);
        message.ConcreteFunctions.Add(concrete.Name, CallingConvention.FormOfSignature(concrete, Bound(concrete)));
        var bare = new SavedBareConcreteFunction
        {
            ConcreteFunctionName = concrete.Name,
            ArgumentKeywords = { concrete.Inputs.Select(input => input.Name) },
            AllowedPositionalArguments = concrete.Inputs.Count(),
            FunctionSpec = CallingConvention.OfSignature(concrete),
        };
        Link(map, name, Add(new SavedObject { BareConcreteFunction = bare }));
    }

    /// <summary>The objects that are a function's variables.</summary>
    private IEnumerable<int> Bound(ConcreteFunction function) => function.Variables.Select(variable => variables[variable]);

    private int Add(SavedObject node)
    {
        message.Nodes.Add(node);
        return message.Nodes.Count - 1;
    }

    private void Link(int owner, string name, int child) =>
        message.Nodes[owner].Children.Add(new ObjectReference { NodeId = child, LocalName = name });

    private static SavedObject User(string identifier) =>
        new()
        {
            UserObject = new SavedUserObject
            {
                Identifier = identifier,
                Version = new VersionDef { Producer = 1, MinConsumer = 1 },
            },
        };

    private static SavedVariable Describe(VariableToSave variable) =>
        new()
        {
            Name = variable.Name,
            Dtype = (DataType)variable.DType,
            Shape = variable.Shape.ToProto(),
            Trainable = variable.IsTrainable,
        };
}
