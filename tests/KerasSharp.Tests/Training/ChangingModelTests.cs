using KerasSharp.Layers;
using KerasSharp.Optimizers;
using NumSharp;

namespace KerasSharp.Tests.Training;

/// <summary>Models that are built by their data, or change between calls.</summary>
public sealed class ChangingModelTests
{
    [Test]
    public void BuiltByTheFirstData()
    {
        var model = new Sequential { new Dense(4, "relu"), new Dense(3, "softmax", name: "scores") };
        model.Compile("sgd", "sparse_categorical_crossentropy", ["accuracy"]);
        Assert.That(
            () => model.Fit(SmallModel.X, np.array([0, 1, 2, 3, 0, 1, 2, 0, 1, 2]), verbose: 0),
            Throws.ArgumentException.With.Message.Contains("scores").And.Message.Contains("label 3")
        );
        var history = model.Fit(SmallModel.X, np.array([0, 1, 2, 0, 0, 1, 2, 0, 1, 2]), verbose: 0);
        Assert.That(history.Values.Keys, Is.EqualTo(new[] { "accuracy", "loss" }));
        Assert.That(model.Predict(SmallModel.X).shape, Is.EqualTo(new long[] { 10, 3 }));
    }

    [Test]
    public void PredictedBeforeItIsTrained()
    {
        var model = new Sequential { new Dense(1) };
        var before = model.Predict(SmallModel.X, 4).ToArray<float>();
        model.Compile(new SGD(0.1), "mse");
        model.Fit(SmallModel.X, SmallModel.Y, verbose: 0);
        Assert.That(model.Predict(SmallModel.X, 4).ToArray<float>(), Is.Not.EqualTo(before));
    }

    [Test]
    public void ALayerAddedLater()
    {
        var model = new Sequential { new Dense(1) { InputShape = [2] } };
        model.Compile("sgd", "mse");
        model.Fit(SmallModel.X, SmallModel.Y, verbose: 0);
        Assert.That(model.Predict(SmallModel.X).shape, Is.EqualTo(new long[] { 10, 1 }));
        model.Add(new Dense(5));
        Assert.That(model.Predict(SmallModel.X).shape, Is.EqualTo(new long[] { 10, 5 }));
        model.Compile("sgd", "mse");
        Assert.That(model.Fit(SmallModel.X, np.zeros(new NumSharp.Shape(10, 5)), verbose: 0).Epochs, Has.Count.EqualTo(1));
        model.Pop();
        Assert.That(model.Predict(SmallModel.X).shape, Is.EqualTo(new long[] { 10, 1 }));
    }

    [Test]
    public void FreezingActsAtTheNextCompile()
    {
        var model = SmallModel.Create();
        var dense = model.GetLayer("d");
        model.TrainOnBatch(SmallModel.X, SmallModel.Y);
        dense.Trainable = false;
        var before = Kernel(model);
        model.TrainOnBatch(SmallModel.X, SmallModel.Y);
        var between = Kernel(model);
        Assert.That(between, Is.Not.EqualTo(before));
        model.Compile(new SGD(0.01), "mse");
        model.TrainOnBatch(SmallModel.X, SmallModel.Y);
        Assert.That(Kernel(model), Is.EqualTo(between));
    }

    [Test]
    public void BatchesOfSeveralLengths()
    {
        var input = Keras.Input([null, 2]);
        var model = new Model(input, new Dense(1).Apply(new GlobalAveragePooling1D().Apply(input)));
        model.Compile(new SGD(0), "mse");
        static Batch Of(int samples, int length, float y) =>
            (np.zeros(new NumSharp.Shape(samples, length, 2), np.float32), np.full(new NumSharp.Shape(samples, 1), y));
        var history = model.Fit([Of(3, 5, 1), Of(1, 2, 3)], verbose: 0);
        Assert.That(history.Values["loss"][0], Is.EqualTo((3 * 1 + 1 * 9) / 4.0).Within(1e-6));
    }

    [Test]
    public void RunningMeansGoOnWhereTheTargetsShapeChanges()
    {
        var input = Keras.Input([null, 1]);
        var model = new Model(input, new Dense(1, useBias: false).Apply(input));
        model.SetWeights([np.zeros(new NumSharp.Shape(1, 1), np.float32)]);
        model.Compile(new SGD(0), "mse", ["mae"]);
        static Batch Of(int length, float y) => (np.ones(new NumSharp.Shape(1, length, 1)), np.full(new NumSharp.Shape(1, length, 1), y));
        var history = model.Fit([Of(2, 1), Of(4, 2), Of(2, 3)], verbose: 0);
        Assert.That(history.Values["loss"][0], Is.EqualTo((1 + 4 + 9) / 3.0).Within(1e-6));
        Assert.That(history.Values["mae"][0], Is.EqualTo((1 + 2 + 3) / 3.0).Within(1e-6));
    }

    private static float[] Kernel(Model model) => model.GetWeights()[0].ToArray<float>();
}
