using System.Text.Json;
using KerasSharp.Engines;
using KerasSharp.Gradients;
using KerasSharp.Layers;
using KerasSharp.Ops;
using KerasSharp.Testing;
using NumSharp;

namespace KerasSharp.Tests.Conformance;

/// <summary>A golden case of a layer or model: applied to the case's inputs with the case's weights, then compared in all it gives.</summary>
internal sealed class GoldenNetwork
{
    private readonly GoldenCase golden;
    private readonly Layer layer;
    private readonly List<Tensor> inputs = [];
    private readonly List<NDArray> values = [];

    public GoldenNetwork(GoldenCase golden, Layer layer, int? count = null)
    {
        (this.golden, this.layer) = (golden, layer);
        foreach (var (index, input) in golden.Json.GetProperty("inputs").EnumerateArray().Take(count ?? int.MaxValue).Index())
        {
            inputs.Add(Op.Placeholder(DTypeExtensions.Parse(input.GetProperty("dtype").GetString()!), ShapeOf(input.GetProperty("shape"))));
            values.Add(golden.Array($"input_{index}").ToNDArray());
        }
        Context = new CallContext(Training);
        for (int i = 0; golden.Has($"mask_{i}"); i++)
            Context.SetMask(inputs[i], Op.Constant(golden.Array($"mask_{i}").ToNDArray()));
    }

    public CallContext Context { get; }

    public IReadOnlyList<Tensor> Outputs { get; private set; } = [];

    private bool Training =>
        golden.Json.TryGetProperty("call", out var call) && call.TryGetProperty("training", out var training) && training.GetBoolean();

    /// <summary>Applies the layer and sets its weights.</summary>
    public void Apply()
    {
        Outputs = layer.Invoke(inputs, Context);
        SetWeights();
    }

    /// <summary>Compares outputs, gradients, masks and changed weights.</summary>
    public void Check()
    {
        var wanted = new List<(string Name, Tensor Value, double Rtol, double Atol)>();
        for (int i = 0; i < Outputs.Count; i++)
            if (golden.Has($"output_{i}"))
                wanted.Add(($"output_{i}", Outputs[i], golden.RelativeTolerance(), golden.AbsoluteTolerance()));
        wanted.AddRange(Masks());
        wanted.AddRange(Gradients());
        var results = Run([.. wanted.Select(item => item.Value)], Context.Updates);
        Assert.Multiple(() =>
        {
            for (int i = 0; i < wanted.Count; i++)
                Closeness.AssertClose(
                    golden.Array(wanted[i].Name),
                    results[i],
                    wanted[i].Rtol,
                    wanted[i].Atol,
                    $"{golden} {wanted[i].Name}"
                );
            for (int i = 0; i < layer.Weights.Count; i++)
                if (golden.Has($"weight_after_{i}"))
                    Closeness.AssertClose(
                        golden.Array($"weight_after_{i}"),
                        layer.Weights[i].GetValue(),
                        1e-4,
                        1e-5,
                        $"{golden} weight_after_{i}"
                    );
        });
    }

    /// <summary>Runs the network once for each of the case's inputs in turn, as for stateful layers.</summary>
    public NDArray RunWith(NDArray input)
    {
        using var executable = Engine.Current.Compile([inputs[0]], [Outputs[0]], Context.Updates);
        return executable.Run([input])[0];
    }

    private void SetWeights()
    {
        var described = golden.Json.GetProperty("weights").EnumerateArray().ToArray();
        Assert.That(
            layer.Weights.Select(weight => (weight.Name, weight.Shape.ToString())),
            Is.EqualTo(
                described.Select(weight => (weight.GetProperty("name").GetString()!, ShapeOf(weight.GetProperty("shape")).ToString()))
            ),
            $"{golden}: weights"
        );
        layer.SetWeights([.. described.Select((_, i) => golden.Array($"weight_{i}").ToNDArray())]);
    }

    private IEnumerable<(string, Tensor, double, double)> Masks()
    {
        for (int i = 0; i < Outputs.Count; i++)
            if (golden.Has($"output_mask_{i}"))
            {
                Assert.That(Context.Mask(Outputs[i]), Is.Not.Null, $"{golden}: output {i} must have a mask");
                yield return ($"output_mask_{i}", Context.Mask(Outputs[i])!, 0, 0);
            }
            else if (HasNoMask(i))
                Assert.That(Context.Mask(Outputs[i]), Is.Null, $"{golden}: output {i} must have no mask");
    }

    /// <summary>A case of a layer says whether each output has a mask, and null where none has; a case of a model says nothing.</summary>
    private bool HasNoMask(int index) =>
        golden.Json.TryGetProperty("output_mask", out var masks)
        && (masks.ValueKind == JsonValueKind.Null || masks[index].ValueKind == JsonValueKind.False);

    private IEnumerable<(string, Tensor, double, double)> Gradients()
    {
        var sources = inputs
            .Select((input, i) => (Name: $"input_grad_{i}", Tensor: input))
            .Concat(layer.Weights.Select((weight, i) => (Name: $"weight_grad_{i}", Tensor: weight.Read())))
            .Where(source => golden.Has(source.Name))
            .ToArray();
        var targets = Outputs.Where((_, i) => golden.Has($"cotangent_{i}")).ToArray();
        if (sources.Length == 0 || targets.Length == 0)
            return [];
        var cotangents = Outputs
            .Select((_, i) => i)
            .Where(i => golden.Has($"cotangent_{i}"))
            .Select(i => (Tensor?)Op.Constant(golden.Array($"cotangent_{i}").ToNDArray()));
        var gradients = GradientBuilder.Gradients(targets, [.. sources.Select(source => source.Tensor)], [.. cotangents]);
        return sources.Select((source, i) => (source.Name, gradients[i] ?? Op.ZerosLike(source.Tensor), 1e-3, 1e-4));
    }

    private NDArray[] Run(IReadOnlyList<Tensor> outputs, IReadOnlyList<(Variable, Tensor)> updates)
    {
        using var executable = Engine.Current.Compile(inputs, outputs, updates);
        return executable.Run(values);
    }

    private static Shape ShapeOf(JsonElement json) => Shape.Of([.. json.EnumerateArray().Select(length => length.GetInt64())]);
}
