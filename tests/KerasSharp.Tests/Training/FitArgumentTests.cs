using KerasSharp.Layers;
using KerasSharp.Ops;
using KerasSharp.Optimizers;
using NumSharp;

namespace KerasSharp.Tests.Training;

/// <summary>The arguments of Fit, Evaluate and Predict; the numbers are real Keras's.</summary>
public sealed class FitArgumentTests
{
    [Test]
    public void SampleWeightsOfValidationData()
    {
        var history = Weighted()
            .Fit(SmallModel.X, SmallModel.Y, 4, 2, 0, shuffle: false, validationData: (SmallModel.X, SmallModel.Y, SmallModel.Weight));
        Check(history, "val_loss", 0.3609461, 0.3499866);
        Check(history, "val_mae", 0.5705204, 0.5661458);
        Check(history, "val_mse", 0.4812615, 0.4666488);
    }

    [Test]
    public void ValidationStepsAndBatchSize()
    {
        var history = Weighted()
            .Fit(
                SmallModel.X,
                SmallModel.Y,
                4,
                2,
                0,
                shuffle: false,
                validationData: (SmallModel.X, SmallModel.Y),
                validationSteps: 1,
                validationBatchSize: 3
            );
        Check(history, "val_loss", 0.6555438, 0.6385005);
    }

    [Test]
    public void AnEpochOfFewerStepsThanItShouldHave()
    {
        var (history, warnings) = Warnings(() => Weighted().Fit(SmallModel.X, SmallModel.Y, 4, 3, 0, shuffle: false, stepsPerEpoch: 2));
        Check(history, "loss", 0.4325643, 0.553457, 0.4240041);
        Assert.That(warnings, Does.Contain("ran out of data"));
    }

    [Test]
    public void EvaluateWithStepsAndWithWeights()
    {
        var model = Weighted();
        Assert.That(model.Evaluate(SmallModel.X, SmallModel.Y, 4, steps: 2)["loss"], Is.EqualTo(0.43212890625).Within(1e-6));
        var logs = model.Evaluate(SmallModel.X, SmallModel.Y, 4, sampleWeight: SmallModel.Weight);
        Assert.That(logs["loss"], Is.EqualTo(0.37285155057907104).Within(1e-6));
        Assert.That(logs["mse"], Is.EqualTo(0.4971354305744171).Within(1e-6));
        Assert.That(model.MetricsInOrder(logs), Is.EqualTo(new[] { logs["loss"], logs["mae"], logs["mse"] }));
    }

    [Test]
    public void PredictWithSteps()
    {
        double[] expected = [0.0625, 0.125, 0.1875, 0.0625, 0.125, 0.0, 0.0625, 0.5625];
        var model = SmallModel.Create();
        Assert.That(Values(model.Predict(SmallModel.X, 4, steps: 2)), Is.EqualTo(expected).Within(1e-6));
        Assert.That(Values(model.Predict(SmallModel.Batches(), steps: 2)), Is.EqualTo(expected).Within(1e-6));
    }

    [Test]
    public void AveragesReplaceTheWeightsAtTheEnd()
    {
        var model = SmallModel.Create(new SGD(0.01) { UseEma = true, EmaMomentum = 0.5 });
        model.Fit(SmallModel.X, SmallModel.Y, 4, 2, 0, shuffle: false);
        var weights = model.GetWeights();
        Assert.That(Values(weights[0]), Is.EqualTo(new[] { 0.4931718111038208, -0.2707240581512451 }).Within(1e-6));
        Assert.That(Values(weights[1]), Is.EqualTo(new[] { 0.09956234693527222 }).Within(1e-6));
    }

    [Test]
    public void PlainArrays()
    {
        float[,] x = new float[4, 2];
        float[] y = [0, 1, 2, 3];
        var history = SmallModel.Create().Fit(x, y, epochs: 1, verbose: 0, validationData: (x, y));
        Assert.That(history.Values.Keys, Is.EqualTo(new[] { "loss", "mae", "val_loss", "val_mae" }));
    }

    [Test]
    public void ListsAndDictionariesMeanTheSame()
    {
        var lists = Twins();
        lists.Compile(
            new SGD(0.1),
            ["mse", "mae"],
            [
                ["mae"],
                null,
            ],
            lossWeights: [1, 0.5]
        );
        var named = Twins();
        named.Compile(
            new SGD(0.1),
            new Dictionary<string, Losses.Loss> { ["up"] = "mse", ["down"] = "mae" },
            new Dictionary<string, OutputMetrics> { ["up"] = ["mae"] },
            lossWeights: new Dictionary<string, double> { ["down"] = 0.5 }
        );
        named.SetWeights(lists.GetWeights());
        var first = lists.Fit(
            [SmallModel.X, SmallModel.X],
            [SmallModel.Y, SmallModel.Y],
            4,
            2,
            0,
            shuffle: false,
            sampleWeight: [SmallModel.Weight, np.ones(10)]
        );
        var second = named.Fit(
            new Dictionary<string, NDArray> { ["b"] = SmallModel.X, ["a"] = SmallModel.X },
            new Dictionary<string, NDArray> { ["down"] = SmallModel.Y, ["up"] = SmallModel.Y },
            4,
            2,
            0,
            shuffle: false,
            sampleWeight: new Dictionary<string, NDArray> { ["up"] = SmallModel.Weight }
        );
        Assert.That(first.Values.Keys, Is.EqualTo(new[] { "down_loss", "loss", "up_loss", "up_mae" }));
        foreach (var (name, values) in first.Values)
            Assert.That(second.Values[name], Is.EqualTo(values).Within(1e-6), name);
    }

    [Test]
    public void TargetsOnlyWhereThereIsALoss()
    {
        var model = Twins();
        model.Compile("sgd", [null, "mse"]);
        var history = model.Fit([SmallModel.X, SmallModel.X], [SmallModel.Y], verbose: 0);
        Assert.That(history.Values.Keys, Is.EqualTo(new[] { "loss" }));
    }

    [Test]
    public void AModelThatIsNoGraphCanBeTrained()
    {
        var model = new Halves();
        model.Compile(new SGD(0.05), "mse", ["mae"]);
        var history = model.Fit(SmallModel.X, SmallModel.Y, epochs: 20, verbose: 0);
        Assert.That(history.Values["loss"][^1], Is.LessThan(history.Values["loss"][0]));
        Assert.That(model.Predict(SmallModel.X).shape, Is.EqualTo(new long[] { 10, 1 }));
    }

    [Test]
    public void OutputsByNamesOfTheirOwn()
    {
        var input = Keras.Input([2], name: "in");
        Dictionary<string, Tensor> outputs = new()
        {
            ["up"] = new Dense(1, name: "d1").Apply(input),
            ["down"] = new Dense(1, name: "d2").Apply(input),
        };
        var model = new Model([input], outputs);
        model.Compile("sgd", new Dictionary<string, Losses.Loss> { ["up"] = "mse", ["down"] = "mae" });
        var y = new Dictionary<string, NDArray> { ["up"] = SmallModel.Y, ["down"] = SmallModel.Y };
        var logs = model.Evaluate(SmallModel.X, y);
        Assert.That(model.OutputNames, Is.EqualTo(new[] { "down", "up" }));
        Assert.That(logs.Keys, Is.EqualTo(new[] { "down_loss", "loss", "up_loss" }));
        Assert.That(model.MetricsInOrder(logs), Is.EqualTo(new[] { logs["loss"], logs["up_loss"], logs["down_loss"] }));
        Assert.That(Model.FromJson(model.ToJson()).OutputNames, Is.EqualTo(model.OutputNames));
    }

    [Test]
    public void ALossOfOnesOwn()
    {
        var (own, known) = (SmallModel.Create(), SmallModel.Create());
        Func<Tensor, Tensor, Tensor> loss = (target, output) => K.Mean(Op.Square(target - output), [-1]);
        own.Compile(new SGD(0.01), loss, [loss]);
        var history = own.Fit(SmallModel.X, SmallModel.Y, 4, 2, 0, shuffle: false);
        var expected = known.Fit(SmallModel.X, SmallModel.Y, 4, 2, 0, shuffle: false);
        Assert.That(history.Values["loss"], Is.EqualTo(expected.Values["loss"]).Within(1e-6));
        Assert.That(history.Values.Keys.Count(), Is.EqualTo(2));
    }

    [Test]
    public void ATrainStepOfOnesOwn()
    {
        var model = new SignTrained();
        model.Compile("sgd", "mse");
        model.Predict(SmallModel.X);
        model.SetWeights([new NDArray(new[] { 0.5f, -0.25f }).reshape(2, 1), new NDArray(new[] { 0.125f })]);
        model.TrainOnBatch(SmallModel.X, SmallModel.Y);
        var weights = model.GetWeights();
        Assert.That(Values(weights[0]), Is.EqualTo(new[] { 0.4, -0.35 }).Within(1e-6));
        Assert.That(Values(weights[1]), Is.EqualTo(new[] { 0.025 }).Within(1e-6));
    }

    private static Model Weighted() => SmallModel.Create(weightedMetrics: ["mse"]);

    private static Model Twins()
    {
        var (a, b) = (Keras.Input([2], name: "a"), Keras.Input([2], name: "b"));
        return new Model([a, b], [new Dense(1, name: "up").Apply(a), new Dense(1, name: "down").Apply(b)], "twins");
    }

    private static void Check(History history, string name, params double[] expected) =>
        Assert.That(history.Values[name], Is.EqualTo(expected).Within(1e-6), name);

    private static double[] Values(NDArray array) => array.astype(np.float64).ravel().ToArray<double>();

    private static (T Result, string Text) Warnings<T>(Func<T> run)
    {
        var (old, writer) = (Console.Error, new StringWriter());
        Console.SetError(writer);
        try
        {
            return (run(), writer.ToString());
        }
        finally
        {
            Console.SetError(old);
        }
    }

    private sealed class Halves : Model
    {
        private readonly Dense dense = new(1, name: "dense");

        protected override Tensor Call(Tensor inputs, CallContext context) => dense.Apply(inputs) * 0.5;
    }

    /// <summary>Steps of a fixed size against the sign of the gradient; for the samples here all gradients are positive.</summary>
    private sealed class SignTrained : Model
    {
        private readonly Dense dense = new(1, name: "dense");

        protected override Tensor Call(Tensor inputs, CallContext context) => dense.Apply(inputs);

        protected internal override IReadOnlyList<(Variable Variable, Tensor Value)> TrainStep(Tensor loss, Optimizer optimizer)
        {
            var gradients = K.Gradients(loss, [.. TrainableWeights.Select(weight => weight.Read())]);
            return [.. TrainableWeights.Select((weight, i) => (weight, weight.Read() - Op.Sign(gradients[i]!) * 0.1))];
        }
    }
}
