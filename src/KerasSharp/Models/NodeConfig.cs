using KerasSharp.Layers;
using KerasSharp.Saving;
using KerasSharp.Topology;

namespace KerasSharp;

/// <summary>A call of a layer in a model's config, as Keras 3 has it: positional and keyword arguments.</summary>
internal static class NodeConfig
{
    /// <summary>Finds a tensor by layer name, call and output; null where it does not exist yet.</summary>
    public delegate Tensor? FindTensor(string layer, long call, long output);

    /// <summary>Writes a call as Keras 3 does.</summary>
    public static Config Write(Node node, Func<Tensor, object?[]> reference)
    {
        object Tensor(Tensor tensor) =>
            new Config
            {
                ["class_name"] = "__keras_tensor__",
                ["config"] = new Config
                {
                    ["shape"] = tensor.Shape,
                    ["dtype"] = tensor.DType,
                    ["keras_history"] = reference(tensor),
                },
            };
        var names = node.Layer.TensorArguments;
        var inputs = names.Count > 0 ? node.Inputs.Take(1) : node.Inputs;
        var keywords = new Config();
        if (names.Count > 0 && node.Inputs.Count > 1)
            keywords[names[0]] = node.Inputs.Skip(1).Select(Tensor);
        if (node.Arguments.Training is { } training)
            keywords["training"] = training;
        if (node.Arguments.Mask is { } mask)
            keywords["mask"] = Tensor(mask);
        var written = inputs.Select(Tensor).ToArray();
        return new Config { ["args"] = written.Length == 1 ? written : new object[] { written }, ["kwargs"] = keywords };
    }

    /// <summary>The tensors and arguments of a call; null where a tensor does not exist yet.</summary>
    /// <exception cref="FormatException">It is no call.</exception>
    public static (IReadOnlyList<Tensor> Inputs, CallArguments Arguments)? TryRead(object? call, Layer layer, FindTensor find)
    {
        if (call is not Config arranged)
            throw new FormatException(
                $"Layer '{layer.Name}': {ConfigJson.Write(call)} among \"inbound_nodes\" is no call with \"args\" and \"kwargs\". Read configs of Keras 2 by Model.FromJson."
            );
        var inputs = References(arranged["args"], find).ToList();
        var arguments = new CallArguments();
        foreach (var (name, value) in arranged["kwargs"] as Config ?? [])
            arguments = Keyword(name, value, layer, find, inputs, arguments);
        return inputs.Contains(null) ? null : (inputs.Select(input => input!).ToArray(), arguments);
    }

    private static CallArguments Keyword(
        string name,
        object? value,
        Layer layer,
        FindTensor find,
        List<Tensor?> inputs,
        CallArguments arguments
    )
    {
        if (name == "training")
            return arguments with { Training = value as bool? };
        var tensors = References(value, find).ToArray();
        if (tensors.Length == 0 && (value is null or List<object?> || name == "mask"))
            return arguments;
        if (layer.TensorArguments.Contains(name))
        {
            inputs.AddRange(tensors);
            return arguments;
        }
        if (name != "mask" || tensors.Length != 1)
            throw new NotSupportedException($"Layer '{layer.Name}' ({layer.ClassName}): the call's argument {name} is not supported.");
        if (tensors[0] is null)
            inputs.Add(null);
        return arguments with { Mask = tensors[0] };
    }

    /// <summary>All tensors that a value refers to.</summary>
    private static IEnumerable<Tensor?> References(object? value, FindTensor find) =>
        value switch
        {
            Config tensor when tensor["class_name"] is "__keras_tensor__" => References(((Config)tensor["config"]!)["keras_history"], find),
            Config named => named.SelectMany(pair => References(pair.Value, find)),
            List<object?> { Count: >= 3 } entry when entry[0] is string name && entry[1] is long call && entry[2] is long output =>
            [
                find(name, call, output),
            ],
            List<object?> list => list.SelectMany(item => References(item, find)),
            _ => [],
        };
}
