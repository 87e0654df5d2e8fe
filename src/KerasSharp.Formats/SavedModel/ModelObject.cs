namespace KerasSharp.Formats.SavedModel;

/// <summary>An object of a SavedModel.</summary>
public sealed class ModelObject
{
    private readonly Dictionary<string, ModelObject> children = new(StringComparer.Ordinal);

    internal ModelObject(int id, Protobuf.SavedObject message) => (Id, Message) = (id, message);

    /// <summary>Its number; 0 is the root.</summary>
    public int Id { get; }

    /// <summary>What it is.</summary>
    public ModelObjectKind Kind => Enum.TryParse<ModelObjectKind>(Message.KindCase.ToString(), out var kind) ? kind : ModelObjectKind.None;

    /// <summary>The objects that its attributes hold, by their names.</summary>
    public IReadOnlyDictionary<string, ModelObject> Children => children;

    /// <summary>Of a user's object: what class it is, such as <c>_tf_keras_layer</c>; empty for others.</summary>
    public string Identifier => Message.UserObject?.Identifier ?? "";

    /// <summary>Of a function: the names of its forms in the graph's library; none for others.</summary>
    public IReadOnlyList<string> ConcreteFunctions =>
        Message.KindCase switch
        {
            Protobuf.SavedObject.KindOneofCase.Function => Message.Function.ConcreteFunctions,
            Protobuf.SavedObject.KindOneofCase.BareConcreteFunction => [Message.BareConcreteFunction.ConcreteFunctionName],
            _ => [],
        };

    internal Protobuf.SavedObject Message { get; }

    internal bool TryAdd(string name, ModelObject child) => children.TryAdd(name, child);
}
