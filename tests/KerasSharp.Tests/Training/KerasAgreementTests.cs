using KerasSharp.Layers;
using KerasSharp.Losses;
using NumSharp;

namespace KerasSharp.Tests.Training;

/// <summary>Finer points of losses and logs; the numbers are real Keras's.</summary>
public sealed class KerasAgreementTests
{
    private static readonly NDArray Five = np.arange(0, 5).astype(np.float32);

    [Test]
    public void AnOutputsLossCountsEachBatchOnce()
    {
        var (model, x, y) = TwoOutputs();
        var logs = model.Evaluate(x, y, 3);
        Check(
            logs,
            ("loss", 8.68444538116455),
            ("p_loss", 7.152345657348633),
            ("p_mse", 5.284444332122803),
            ("q_loss", 2.0333333015441895),
            ("q_mae", 1.7000000476837158),
            ("q_mse", 3.8999998569488525)
        );
        Assert.That(
            model.MetricsInOrder(logs),
            Is.EqualTo(new[] { logs["loss"], logs["p_loss"], logs["q_loss"], logs["p_mse"], logs["q_mae"], logs["q_mse"] })
        );
    }

    [Test]
    public void OneArrayOfSampleWeightsIsForAllOutputs()
    {
        var (model, x, y) = TwoOutputs();
        var logs = model.Evaluate(x, y, 3, sampleWeight: np.arange(0, 7).astype(np.float32) / 3f);
        Check(logs, ("loss", 13.039999961853027), ("p_loss", 12.545184135437012), ("q_loss", 3.262963056564331));
    }

    [TestCase("sum", 13.600000381469727)]
    [TestCase("none", 10.0)]
    [TestCase(null, 10.0)]
    [TestCase("mean_with_sample_weight", 6.400000095367432)]
    public void Reductions(string? reduction, double expected)
    {
        var model = Identity();
        model.Compile("sgd", new MeanSquaredError(reduction));
        Check(model.Evaluate(Five, Five * 2f, 2, sampleWeight: Five / 2f), ("loss", expected));
    }

    [Test]
    public void MetricsOfTheSameName()
    {
        var model = Identity();
        model.Compile("sgd", "mse", ["mse", "mse", "mae"], ["mse", "mae", "mae"]);
        var logs = model.Evaluate(Five, Five * 2f, sampleWeight: Five / 2f);
        Check(logs, ("loss", 10), ("mae", 2), ("mse", 6), ("mse_1", 6), ("weighted_mae", 3), ("weighted_mae_1", 3), ("weighted_mse", 10));
        Assert.That(model.MetricsInOrder(logs), Is.EqualTo(new[] { 10.0, 6, 6, 2, 6, 2, 2, 6, 3, 3, 10 }).Within(1e-5));
    }

    [Test]
    public void ALastDimensionOfOneMayBeLeftOut()
    {
        var model = Identity();
        Assert.That(model.Predict(Five).shape, Is.EqualTo(new long[] { 5, 1 }));
        var flat = new Sequential { new Dense(1) { InputShape = [2] } };
        Assert.That(flat.Predict(np.ones(new NumSharp.Shape(3, 2, 1))).shape, Is.EqualTo(new long[] { 3, 1 }));
    }

    private static Model Identity()
    {
        var model = new Sequential { new Dense(1) { InputShape = [1] } };
        model.SetWeights([np.ones(new NumSharp.Shape(1, 1), np.float32), np.zeros(new NumSharp.Shape(1), np.float32)]);
        return model;
    }

    private static (Model Model, NDArray X, DataArrays Y) TwoOutputs()
    {
        var input = Keras.Input([3], name: "a");
        var model = new Model(input, [new Dense(1, name: "p").Apply(input), new Dense(2, name: "q").Apply(input)]);
        model.SetWeights([
            .. model.Weights.Select(weight =>
                weight.Name == "kernel"
                    ? np.ones(new NumSharp.Shape(weight.Shape.ToArray()), np.float32)
                    : np.zeros(new NumSharp.Shape(weight.Shape.ToArray()), np.float32)
            ),
        ]);
        model.Compile(
            "sgd",
            ["mse", "mae"],
            [
                ["mse"],
                ["mse", "mae"],
            ],
            lossWeights: [1, 2]
        );
        NDArray Range(int count, float by, params int[] shape) => (np.arange(0, count).astype(np.float32) / by).reshape(shape);
        return (model, Range(21, 10, 7, 3), [Range(7, 3, 7, 1), Range(14, 5, 7, 2)]);
    }

    private static void Check(Logs logs, params (string Name, double Value)[] expected)
    {
        foreach (var (name, value) in expected)
            Assert.That(logs[name], Is.EqualTo(value).Within(1e-5 * Math.Max(1, value)), name);
    }
}
