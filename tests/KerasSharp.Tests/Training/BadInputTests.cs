using KerasSharp.Callbacks;
using KerasSharp.Layers;
using NumSharp;

namespace KerasSharp.Tests.Training;

/// <summary>Wrong data and arguments: the message names the model or layer, what was expected and what to do; the next call works.</summary>
public sealed class BadInputTests
{
    private static readonly NDArray Labels = new(new[] { 0, 1, 2, 0, 1, 2, 0, 1, 2, 0 });

    [Test]
    public void NotCompiled()
    {
        var model = SmallModel.Classifier();
        Fails<InvalidOperationException>(() => model.Fit(SmallModel.X, Labels), "classes", "not compiled", "Compile(optimizer, loss)");
        Fails<InvalidOperationException>(() => model.Evaluate(SmallModel.X, Labels), "not compiled");
        Fails<InvalidOperationException>(() => model.TrainOnBatch(SmallModel.X, Labels), "not compiled");
        Assert.DoesNotThrow(() => model.Predict(SmallModel.X));
    }

    [Test]
    public void LengthsDiffer() => Fit(SmallModel.X, Labels[":7"], "classes", "x has 10 samples", "y has 7");

    [Test]
    public void LengthsOfWeightsDiffer() =>
        Then(model =>
            Fails<ArgumentException>(
                () => model.Fit(SmallModel.X, Labels, verbose: 0, sampleWeight: np.ones(3)),
                "x has 10 samples",
                "sampleWeight has 3"
            )
        );

    [TestCase(3)]
    [TestCase(-1)]
    public void LabelOutOfRange(int label)
    {
        var labels = Labels.copy();
        labels[4] = label;
        Fit(SmallModel.X, labels, "scores", $"label {label}", "element 4", "3 classes, 0 to 2");
    }

    [Test]
    public void AnIgnoredClassIsNoLabel()
    {
        var model = SmallModel.Classifier();
        model.Compile("sgd", new Losses.SparseCategoricalCrossentropy(ignoreClass: 255));
        var labels = Labels.copy();
        labels[4] = 255;
        Assert.DoesNotThrow(() => model.Fit(SmallModel.X, labels, verbose: 0));
    }

    [Test]
    public void Empty() => Fit(Zeros(0, 2), np.zeros(new NumSharp.Shape(0), np.int32), "classes", "empty (0 samples)");

    [Test]
    public void NothingToPredict() =>
        Then(model => Fails<ArgumentException>(() => model.Predict(Zeros(0, 2)), "classes", "empty (0 samples)"));

    [Test]
    public void WrongRank() => Fit(np.zeros(10), Labels, "classes", "(None, 2)", "(10,)", "Reshape");

    [Test]
    public void WrongLastDimension() => Fit(Zeros(10, 5), Labels, "(None, 2)", "(10, 5)", "Reshape");

    [Test]
    public void WrongType() => Fit(np.zeros(new NumSharp.Shape(10, 2), np.complex128), Labels, "classes", "Complex", "numbers");

    [Test]
    public void OneHotForSparse() => Fit(SmallModel.X, Zeros(10, 3), "scores", "class numbers", "(None, 3)", "categorical_crossentropy");

    [Test]
    public void SequencesOfAnotherLength()
    {
        var input = Keras.Input([7, 2]);
        var model = new Model(input, new Dense(3, "softmax", name: "tags").Apply(input), "tagger");
        model.Compile("sgd", "sparse_categorical_crossentropy");
        var x = np.zeros(new NumSharp.Shape(4, 7, 2), np.float32);
        Fails<ArgumentException>(
            () => model.Fit(x, np.zeros(new NumSharp.Shape(4, 5), np.int32), verbose: 0),
            "tagger",
            "tags",
            "(None, 7)",
            "(None, 5)"
        );
        Assert.DoesNotThrow(() => model.Fit(x, np.zeros(new NumSharp.Shape(4, 7), np.int32), verbose: 0));
    }

    [Test]
    public void SparseForOneHot()
    {
        var model = SmallModel.Classifier();
        model.Compile("sgd", "categorical_crossentropy");
        Fails<ArgumentException>(
            () => model.Fit(SmallModel.X, Labels, verbose: 0),
            "scores",
            "(None, 3)",
            "sparse_categorical_crossentropy",
            "ToCategorical"
        );
    }

    [Test]
    public void WrongNumberOfUnits()
    {
        var model = SmallModel.Classifier();
        model.Compile("sgd", "categorical_crossentropy");
        Fails<ArgumentException>(() => model.Fit(SmallModel.X, Zeros(10, 4), verbose: 0), "scores", "(None, 4)", "4 units");
    }

    [Test]
    public void TargetsThatCannotBeCompared()
    {
        var model = SmallModel.Classifier();
        model.Compile("sgd", "mse");
        Fails<ArgumentException>(() => model.Fit(SmallModel.X, Zeros(10, 4), verbose: 0), "scores", "(None, 3)", "(None, 4)", "4 units");
    }

    [Test]
    public void NoTargets() =>
        Then(model => Fails<ArgumentException>(() => model.Fit(SmallModel.X, verbose: 0), "scores", "give targets y"));

    [Test]
    public void UnknownNames()
    {
        var model = SmallModel.Classifier();
        Fails<ArgumentException>(() => model.Compile("adamm"), "'adamm'", "Did you mean 'adam'");
        Fails<ArgumentException>(
            () => model.Compile("sgd", "sparse_categorical_crossentropi"),
            "Did you mean 'sparse_categorical_crossentropy'"
        );
        Fails<ArgumentException>(() => model.Compile("sgd", "mse", ["acuracy_score"]), "'acuracy_score'", "Use one of");
        Fails<ArgumentException>(() => model.Compile("sgd", "mse", ["meen_absolute_error"]), "Did you mean 'mean_absolute_error'");
    }

    [Test]
    public void NamesOfOutputsThatAreNone()
    {
        var model = SmallModel.Classifier();
        model.Compile("sgd", new Dictionary<string, Losses.Loss> { ["score"] = "mse" });
        Fails<ArgumentException>(() => model.Fit(SmallModel.X, Labels), "no output 'score'", "scores");
        model.Compile("sgd", "sparse_categorical_crossentropy");
        Fails<ArgumentException>(
            () => model.Fit(SmallModel.X, new Dictionary<string, NDArray> { ["score"] = Labels }),
            "score",
            "expected scores"
        );
        Fails<ArgumentException>(() => model.Predict([SmallModel.X, SmallModel.X]), "1 inputs", "2 arrays came");
    }

    [Test]
    public void ArgumentsOutOfRange() =>
        Then(model =>
        {
            Fails<ArgumentOutOfRangeException>(() => model.Fit(SmallModel.X, Labels, batchSize: 0), "batchSize");
            Fails<ArgumentOutOfRangeException>(() => model.Evaluate(SmallModel.X, Labels, batchSize: 0), "batchSize");
            Fails<ArgumentOutOfRangeException>(() => model.Predict(SmallModel.X, batchSize: 0), "batchSize");
            foreach (double split in new[] { -0.1, 1, 1.5, double.NaN })
                Fails<ArgumentOutOfRangeException>(() => model.Fit(SmallModel.X, Labels, validationSplit: split), "validationSplit");
            Fails<ArgumentException>(() => model.Fit(SmallModel.X, Labels, validationSplit: 0.99), "10 samples", "validationSplit");
            Fails<ArgumentOutOfRangeException>(() => model.Fit(SmallModel.X, Labels, stepsPerEpoch: 0), "stepsPerEpoch");
            Fails<ArgumentOutOfRangeException>(() => model.Evaluate(SmallModel.X, Labels, steps: 0), "steps");
            Fails<ArgumentOutOfRangeException>(() => _ = (ValidationFrequency)0, "validationFreq");
        });

    [Test]
    public void ArgumentsWithoutEffect() =>
        Then(model =>
        {
            Fails<NotSupportedException>(() => model.Fit(SmallModel.X, Labels, validationSteps: 1), "validationSteps");
            Fails<NotSupportedException>(() => model.Fit(SmallModel.X, Labels, validationBatchSize: 1), "validationBatchSize");
            Fails<NotSupportedException>(() => model.Fit(SmallModel.X, Labels, validationFreq: 2), "validationFreq");
        });

    [Test]
    public void Disposed()
    {
        var model = SmallModel.Create();
        model.Fit(SmallModel.X, SmallModel.Y, verbose: 0);
        model.Predict(SmallModel.X);
        model.Dispose();
        model.Dispose();
        Assert.Throws<ObjectDisposedException>(() => model.Fit(SmallModel.X, SmallModel.Y, verbose: 0));
        Assert.Throws<ObjectDisposedException>(() => model.Evaluate(SmallModel.X, SmallModel.Y));
        Assert.Throws<ObjectDisposedException>(() => model.Predict(SmallModel.X));
        Assert.Throws<ObjectDisposedException>(() => model.Compile());
        Assert.That(model.GetWeights(), Has.Length.EqualTo(2));
    }

    [Test]
    public void BatchOfAnotherSizeThanTheModels()
    {
        var input = Keras.Input([2], batchSize: 4);
        var model = new Model(input, new Dense(1).Apply(input), "fixed");
        Fails<ArgumentException>(() => model.Predict(SmallModel.X, 4), "fixed", "batches of 4 samples; one of 2 came");
        Assert.That(model.Predict(SmallModel.X[":8"], 4).shape, Is.EqualTo(new long[] { 8, 1 }));
    }

    private static void Fit(NDArray x, NDArray y, params string[] words) =>
        Then(model => Fails<ArgumentException>(() => model.Fit(x, y, verbose: 0), words));

    private static NDArray Zeros(int rows, int columns) => np.zeros(new NumSharp.Shape(rows, columns), np.float32);

    /// <summary>After the wrong use the model works.</summary>
    private static void Then(Action<Model> wrong)
    {
        var model = SmallModel.Classifier();
        model.Compile("sgd", "sparse_categorical_crossentropy", ["accuracy"]);
        wrong(model);
        Assert.That(model.Fit(SmallModel.X, Labels, verbose: 0).Values["loss"], Has.Count.EqualTo(1));
    }

    private static void Fails<T>(Action wrong, params string[] words)
        where T : Exception
    {
        var error = Assert.Catch<T>(wrong);
        foreach (var word in words)
            Assert.That(error!.Message, Does.Contain(word));
    }
}
