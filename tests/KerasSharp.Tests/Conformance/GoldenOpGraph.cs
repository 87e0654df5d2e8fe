using System.Text.Json;
using KerasSharp.Engines;
using KerasSharp.Gradients;
using KerasSharp.Graphs;
using KerasSharp.Ops;
using KerasSharp.Testing;
using NumSharp;

namespace KerasSharp.Tests.Conformance;

/// <summary>The graph of a golden op case: its inputs as placeholders or constants, the op, and its gradients.</summary>
internal sealed class GoldenOpGraph
{
    private readonly GoldenCase golden;
    private readonly List<Tensor> inputs = [];
    private readonly List<(Tensor Placeholder, NDArray Value)> feeds = [];

    /// <param name="golden">The case.</param>
    /// <param name="asPlaceholder">Whether an input of a type, differentiable or not, is fed rather than constant.</param>
    public GoldenOpGraph(GoldenCase golden, Func<DType, bool, bool> asPlaceholder)
    {
        this.golden = golden;
        var differentiable = Differentiable().ToHashSet();
        int index = 0;
        foreach (var input in golden.Json.GetProperty("inputs").EnumerateArray())
        {
            var dtype = DTypeExtensions.Parse(input.GetProperty("dtype").GetString()!);
            if (dtype is DType.String or DType.Complex64 or DType.Complex128 or DType.Resource)
            {
                NotYet = $"{golden.Json.GetProperty("op").GetString()} of {dtype.Name()}";
                return;
            }
            inputs.Add(Input(golden.Array($"input_{index}"), dtype, asPlaceholder(dtype, differentiable.Contains(index))));
            index++;
        }
        Outputs = Op.Apply(golden.Json.GetProperty("op").GetString()!, inputs, Attributes());
        if (Outputs.Any(output => output.DType is DType.String or DType.Complex64 or DType.Complex128))
            NotYet = $"{golden.Json.GetProperty("op").GetString()} with an output that NumSharp has no arrays for";
    }

    /// <summary>Why the case cannot be tried yet, or null.</summary>
    public string? NotYet { get; }

    public IReadOnlyList<Tensor> Outputs { get; } = [];

    /// <summary>The gradients that the case records.</summary>
    public List<(string Name, Tensor Value)> Gradients()
    {
        var indices = Differentiable().Where(index => golden.Has($"input_grad_{index}")).ToList();
        var outputs = Outputs.Where((_, i) => golden.Has($"cotangent_{i}")).ToList();
        if (indices.Count == 0 || outputs.Count == 0)
            return [];
        var cotangents = outputs.Select(output => (Tensor?)Constant(golden.Array($"cotangent_{output.Index}"), output.DType)).ToList();
        var gradients = GradientBuilder.Gradients(outputs, [.. indices.Select(index => inputs[index])], cotangents);
        return [.. indices.Select((index, i) => ($"input_grad_{index}", gradients[i] ?? Op.ZerosLike(inputs[index])))];
    }

    public NDArray[] Evaluate(IEngine engine, IReadOnlyList<Tensor> tensors)
    {
        using var executable = engine.Compile([.. feeds.Select(feed => feed.Placeholder)], tensors, []);
        return executable.Run([.. feeds.Select(feed => feed.Value)]);
    }

    private IEnumerable<int> Differentiable() =>
        golden.Json.GetProperty("differentiable").EnumerateArray().Select(index => index.GetInt32());

    private Tensor Input(GoldenArray array, DType dtype, bool asPlaceholder)
    {
        if (!asPlaceholder || dtype == DType.BFloat16)
            return Constant(array, dtype);
        var placeholder = Op.Placeholder(dtype, Shape.Of(array.Shape));
        feeds.Add((placeholder, array.ToNDArray()));
        return placeholder;
    }

    private static Tensor Constant(GoldenArray array, DType dtype) =>
        Op.Constant(TensorValue.FromBytes(dtype, Shape.Of(array.Shape), array.Raw));

    private Attributes Attributes()
    {
        var definition = OpTable.Get(golden.Json.GetProperty("op").GetString()!);
        var attributes = new Attributes();
        foreach (var attribute in golden.Json.GetProperty("attrs").EnumerateObject())
            if (definition.Attributes.FirstOrDefault(known => known.Name == attribute.Name) is { } known)
                attributes[attribute.Name] = Value(known.Type, attribute.Value);
        return attributes;
    }

    private static object Value(string type, JsonElement json) =>
        type switch
        {
            "int" => json.GetInt64(),
            "float" => json.ValueKind == JsonValueKind.String ? double.Parse(json.GetString()!) : json.GetDouble(),
            "bool" => json.GetBoolean(),
            "string" => json.GetString()!,
            "type" => DTypeExtensions.Parse(json.GetString()!),
            "shape" => json.ValueKind == JsonValueKind.Null ? Shape.Unknown : Shape.Of([.. Items(json, item => item.GetInt64())]),
            "list(int)" => Items(json, item => item.GetInt64()),
            "list(float)" => Items(json, item => item.GetDouble()),
            "list(bool)" => Items(json, item => item.GetBoolean()),
            "list(string)" => Items(json, item => item.GetString()!),
            "list(type)" => Items(json, item => DTypeExtensions.Parse(item.GetString()!)),
            "list(shape)" => Items(json, item => Shape.Of([.. Items(item, dim => dim.GetInt64())])),
            _ => throw new NotSupportedException($"An attribute of type {type}."),
        };

    private static T[] Items<T>(JsonElement json, Func<JsonElement, T> read) => [.. json.EnumerateArray().Select(read)];
}
