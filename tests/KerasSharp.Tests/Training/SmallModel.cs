using KerasSharp.Layers;
using KerasSharp.Metrics;
using KerasSharp.Optimizers;
using NumSharp;

namespace KerasSharp.Tests.Training;

/// <summary>One Dense layer with fixed weights and ten samples, for which real Keras was asked.</summary>
internal static class SmallModel
{
    public static NDArray X { get; } =
        new NDArray(Enumerable.Range(0, 10).SelectMany(i => new[] { i * 7 % 5 / 4f - 0.5f, i * 3 % 7 / 4f - 0.75f }).ToArray()).reshape(
            10,
            2
        );

    public static NDArray Y { get; } = new NDArray(Enumerable.Range(0, 10).Select(i => i * 5 % 9 / 4f - 1).ToArray()).reshape(10, 1);

    public static NDArray Weight { get; } = new(Enumerable.Range(0, 10).Select(i => i * 3 % 4 / 2f).ToArray());

    /// <summary>The model, compiled with SGD, the mean squared error and the mean absolute error.</summary>
    public static Model Create(Optimizer? optimizer = null, MetricList? weightedMetrics = null)
    {
        var model = new Sequential(name: "small") { new Dense(1, name: "d") { InputShape = [2] } };
        model.SetWeights([new NDArray(new[] { 0.5f, -0.25f }).reshape(2, 1), new NDArray(new[] { 0.125f })]);
        model.Compile(optimizer ?? new SGD(0.01), "mse", ["mae"], weightedMetrics);
        return model;
    }

    /// <summary>Batches of four samples, as a generator gives them.</summary>
    public static IEnumerable<Batch> Batches(bool weighted = false)
    {
        for (int start = 0; start < 10; start += 4)
        {
            var rows = $"{start}:{Math.Min(10, start + 4)}";
            yield return weighted ? (X[rows], Y[rows], Weight[rows]) : (X[rows], Y[rows]);
        }
    }

    /// <summary>A model with classes, not compiled.</summary>
    public static Model Classifier(int classes = 3) =>
        new Sequential(name: "classes") { new Dense(classes, "softmax", name: "scores") { InputShape = [2] } };
}
