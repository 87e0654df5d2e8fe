using KerasSharp.Engines;
using KerasSharp.Gradients;
using KerasSharp.Ops;
using KerasSharp.Testing;
using NumSharp;

namespace KerasSharp.Tests.Conformance;

/// <summary>A golden case's arrays as placeholders, and what is computed from them.</summary>
internal sealed class GoldenGraph(GoldenCase golden)
{
    private readonly List<(Tensor Placeholder, NDArray Value)> feeds = [];

    /// <summary>A placeholder for an array of the case, its first length unknown if asked; null where the case has no such array.</summary>
    public Tensor? Input(string name, bool unknownBatch = false)
    {
        if (!golden.Has(name))
            return null;
        var value = golden.Array(name).ToNDArray();
        var shape = Shape.Of(value.shape);
        var placeholder = Op.Placeholder(DTypeExtensions.DTypeOf(value), unknownBatch && shape.Rank > 0 ? shape.With(0, -1) : shape);
        feeds.Add((placeholder, value));
        return placeholder;
    }

    /// <summary>The gradient of Σ output · cotangent, the case's <c>cotangent</c> if it has one, else 1.</summary>
    public Tensor Gradient(Tensor output, Tensor input)
    {
        var cotangent = golden.Has("cotangent") ? Op.Constant(golden.Array("cotangent").ToNDArray()) : Op.OnesLike(output);
        return GradientBuilder.Gradients([output], [input], [cotangent])[0] ?? Op.ZerosLike(input);
    }

    /// <summary>Compares tensors with arrays of the case.</summary>
    public void AssertClose(params (string Name, Tensor Tensor)[] expected)
    {
        var values = Evaluate([.. expected.Select(pair => pair.Tensor)]);
        Assert.Multiple(() =>
        {
            for (int i = 0; i < expected.Length; i++)
            {
                bool isGradient = expected[i].Name.EndsWith("_grad", StringComparison.Ordinal);
                Closeness.AssertClose(
                    golden.Array(expected[i].Name),
                    values[i],
                    Math.Max(isGradient ? 1e-3 : 0, golden.RelativeTolerance()),
                    Math.Max(isGradient ? 1e-4 : 0, golden.AbsoluteTolerance()),
                    $"{golden} {expected[i].Name}"
                );
            }
        });
    }

    /// <summary>The values of tensors.</summary>
    public NDArray[] Evaluate(IReadOnlyList<Tensor> tensors)
    {
        using var executable = Engine.Current.Compile([.. feeds.Select(feed => feed.Placeholder)], tensors, []);
        return executable.Run([.. feeds.Select(feed => feed.Value)]);
    }
}
