using KerasSharp.Engines.TensorFlow.Native;
using KerasSharp.Engines.TensorFlow.Runtime;
using KerasSharp.Graphs;

namespace KerasSharp.Engines.TensorFlow.Translation;

/// <summary>Adds an operation to TensorFlow's graph as its namesake: inputs in the order of the signature, attributes by their types.</summary>
internal static class OperationTranslator
{
    /// <summary>Adds the operation.</summary>
    /// <param name="graph">TensorFlow's graph.</param>
    /// <param name="operation">What to add.</param>
    /// <param name="name">A name that no other operation of the graph has.</param>
    /// <param name="inputs">TensorFlow's tensors for the operation's inputs.</param>
    /// <returns>The native operation.</returns>
    public static nint Add(GraphHandle graph, Operation operation, string name, ReadOnlySpan<GraphOutput> inputs)
    {
        var node = new GraphNode(graph, operation.Type, name);
        AddInputs(node, operation, inputs);
        foreach (var attribute in operation.Definition.Attributes)
            if (operation.Attributes.TryGet(attribute.Name, out var value))
                AddAttribute(node, attribute, value);
        return node.Finish();
    }

    private static void AddInputs(GraphNode node, Operation operation, ReadOnlySpan<GraphOutput> inputs)
    {
        int next = 0;
        foreach (var argument in operation.Definition.Inputs)
        {
            int? length =
                argument.NumberAttribute is { } number ? (int)operation.Attributes.Get<long>(number)
                : argument.IsTypeList ? operation.Attributes.Get<DType[]>(argument.TypeAttribute!).Length
                : null;
            if (length is { } count)
                node.Inputs(inputs.Slice(next, count));
            else
                node.Input(inputs[next]);
            next += length ?? 1;
        }
    }

    private static void AddAttribute(GraphNode node, AttributeDefinition attribute, object value)
    {
        var name = attribute.Name;
        switch (value)
        {
            case long number:
                node.With(name, number);
                break;
            case double number:
                node.With(name, number);
                break;
            case bool flag:
                node.With(name, flag);
                break;
            case string text:
                node.With(name, text);
                break;
            case DType dtype:
                node.With(name, dtype);
                break;
            case Shape shape:
                node.With(name, shape);
                break;
            case TensorValue tensor:
                using (var native = HostTensors.Copy(tensor))
                    node.With(name, native);
                break;
            case long[] numbers:
                node.With(name, numbers);
                break;
            case double[] numbers:
                node.With(name, numbers);
                break;
            case bool[] flags:
                node.With(name, flags);
                break;
            case string[] texts:
                node.With(name, texts);
                break;
            case DType[] dtypes:
                node.WithTypes(name, Array.ConvertAll(dtypes, dtype => (int)dtype));
                break;
            case Shape[] shapes:
                node.With(name, shapes);
                break;
            default:
                throw new NotSupportedException($"The attribute '{name}' of type {attribute.Type} cannot be given to TensorFlow.");
        }
    }
}
