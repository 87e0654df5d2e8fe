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
        if (value is TensorValue constant)
        {
            using var tensor = HostTensors.Copy(constant);
            node.With(name, tensor);
            return;
        }
        _ = value switch
        {
            long number => node.With(name, number),
            double number => node.With(name, number),
            bool flag => node.With(name, flag),
            string text => node.With(name, text),
            DType dtype => node.With(name, dtype),
            Shape shape => node.With(name, shape),
            long[] numbers => node.With(name, numbers),
            double[] numbers => node.With(name, numbers),
            bool[] flags => node.With(name, flags),
            string[] texts => node.With(name, texts),
            DType[] dtypes => node.WithTypes(name, Array.ConvertAll(dtypes, dtype => (int)dtype)),
            Shape[] shapes => node.With(name, shapes),
            _ => throw new NotSupportedException($"The attribute '{name}' of type {attribute.Type} cannot be given to TensorFlow."),
        };
    }
}
