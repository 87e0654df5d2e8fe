using KerasSharp.Formats;
using KerasSharp.Layers;
using KerasSharp.Saving;
using KerasSharp.Testing;
using NumSharp;

namespace KerasSharp.Tests.ModelSaving;

/// <summary>What Save and Load do with paths, files that are there, classes of one's own, and weights that do not fit.</summary>
public sealed class SavingApiTests
{
    [Test]
    public void OtherExtensionsAreRefused()
    {
        using var folder = new TemporaryFolder();
        using var model = Small();
        Assert.That(() => model.Save(folder["model.txt"]), Throws.ArgumentException.With.Message.Contains(".keras"));
        Assert.That(() => model.Save(folder["model.weights.h5"]), Throws.ArgumentException.With.Message.Contains("SaveWeights"));
        Assert.That(() => model.SaveWeights(folder["w.txt"]), Throws.ArgumentException.With.Message.Contains(".weights.h5"));
        Assert.That(Directory.EnumerateFileSystemEntries(folder.Path), Is.Empty);
    }

    [TestCase("model.keras")]
    [TestCase("model.h5")]
    public void AFileThatIsThereIsKeptWhereAsked(string name)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder[name], "mine");
        using var model = Small();
        Assert.That(() => model.Save(folder[name], overwrite: false), Throws.TypeOf<IOException>().With.Message.Contains(name));
        Assert.That(File.ReadAllText(folder[name]), Is.EqualTo("mine"));
        model.Save(folder[name]);
        Model.Load(folder[name]).Dispose();
    }

    [Test]
    public void WhatCannotBeSavedLeavesTheOldFile()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["model.keras"], "mine");
        using var model = new Sequential { Keras.Input([3]), new Lambda(x => x * 2) };
        Assert.That(() => model.Save(folder["model.keras"]), Throws.TypeOf<NotSupportedException>().With.Message.Contains("Lambda"));
        Assert.That(File.ReadAllText(folder["model.keras"]), Is.EqualTo("mine"));
        Assert.That(Directory.EnumerateFileSystemEntries(folder.Path).Count(), Is.EqualTo(1));
    }

    [Test]
    public void AMissingFileIsNamed()
    {
        using var model = Small();
        Assert.That(() => Model.Load("missing.keras"), Throws.InstanceOf<IOException>().With.Message.Contains("missing.keras"));
        Assert.That(
            () => model.LoadWeights("missing.weights.h5"),
            Throws.InstanceOf<IOException>().With.Message.Contains("missing.weights.h5")
        );
    }

    [Test]
    public void WeightsAloneAreNoModel()
    {
        using var folder = new TemporaryFolder();
        using var model = Small();
        model.SaveWeights(folder["small.weights.h5"]);
        Assert.That(
            () => Model.Load(folder["small.weights.h5"]),
            Throws.TypeOf<FileFormatException>().With.Message.Contains("LoadWeights")
        );
    }

    [Test]
    public void AModelThatIsNotBuiltHasNoWeights()
    {
        using var folder = new TemporaryFolder();
        using var model = new Sequential { new Dense(2) };
        Assert.That(() => model.SaveWeights(folder["a.weights.h5"]), Throws.InvalidOperationException.With.Message.Contains("not built"));
        Assert.That(() => model.LoadWeights(folder["a.weights.h5"]), Throws.InvalidOperationException.With.Message.Contains("not built"));
    }

    [Test]
    public void MismatchesAreRefusedAsAWholeOrSkipped()
    {
        using var folder = new TemporaryFolder();
        using var model = Small();
        model.SaveWeights(folder["small.weights.h5"]);
        using var other = new Sequential([new Dense(4, name: "first"), new Dense(5, name: "last")]) { };
        other.EnsureBuilt(Shape.Of(-1, 3));
        var before = other.GetWeights();
        Assert.That(
            () => other.LoadWeights(folder["small.weights.h5"]),
            Throws
                .TypeOf<FileFormatException>()
                .With.Message.Contains("'last'")
                .And.Message.Contains("(4, 5)")
                .And.Message.Contains("(4, 2)")
        );
        Assert.That(np.array_equal(before[0], other.GetWeights()[0]), Is.True, "nothing is changed");
        other.LoadWeights(folder["small.weights.h5"], skipMismatch: true);
        Assert.That(np.array_equal(model.GetWeights()[0], other.GetWeights()[0]), Is.True);
        Assert.That(np.array_equal(before[2], other.GetWeights()[2]), Is.True);
    }

    [Test]
    public void LayersAreFoundByName()
    {
        using var folder = new TemporaryFolder();
        using var model = Small();
        model.Save(folder["small.h5"]);
        using var other = new Sequential { Keras.Input([4]), new Dense(2, name: "last"), new Dense(1, name: "new") };
        var before = other.GetWeights();
        Assert.That(() => other.LoadWeights(folder["small.h5"]), Throws.TypeOf<FileFormatException>());
        other.LoadWeights(folder["small.h5"], byName: true);
        Assert.That(np.array_equal(model.GetWeights()[2], other.GetWeights()[0]), Is.True);
        Assert.That(np.array_equal(before[2], other.GetWeights()[2]), Is.True);
        model.SaveWeights(folder["small.weights.h5"]);
        Assert.That(
            () => other.LoadWeights(folder["small.weights.h5"], byName: true),
            Throws.TypeOf<NotSupportedException>().With.Message.Contains("byName")
        );
    }

    [TestCase("model.keras")]
    [TestCase("model.h5")]
    public void LayersOfOnesOwn(string name)
    {
        using var folder = new TemporaryFolder();
        using var model = new Sequential { Keras.Input([3]), new Scaling(2.5, "mine"), new Dense(1) };
        model.Save(folder[name]);
        Assert.That(() => Model.Load(folder[name]), Throws.TypeOf<FileFormatException>().With.Message.Contains("Scaling"));
        using var again = Model.Load(
            folder[name],
            new CustomObjects { { "Mine>Scaling", config => new Scaling(config.Get<double>("factor")) } }
        );
        Assert.That(again.Layers[0].Name, Is.EqualTo("mine"));
        var x = np.arange(6).reshape(2, 3).astype(np.float32);
        Assert.That(np.array_equal(model.Predict(x), again.Predict(x)), Is.True);
    }

    [Test]
    public void FunctionsThatWereCompiledAreLeftOut()
    {
        using var folder = new TemporaryFolder();
        using var model = Small();
        model.Compile("sgd", (Func<Tensor, Tensor, Tensor>)((wanted, came) => K.Mean(wanted - came, [-1])));
        model.Save(folder["model.keras"]);
        using var again = Model.Load(folder["model.keras"]);
        Assert.That(again.Optimizer, Is.Null);
    }

    [Test]
    public void TrainingGoesOnAsIfNothingHappened()
    {
        using var folder = new TemporaryFolder();
        using var model = Small();
        model.Compile("adam", "mse", ["mae"]);
        var (x, y) = (np.arange(12).reshape(4, 3).astype(np.float32), np.ones(new NumSharp.Shape(4, 2), np.float32));
        model.Fit(x, y, epochs: 3, verbose: 0);
        foreach (var name in (string[])["model.keras", "model.h5"])
        {
            model.Save(folder[name]);
            using var again = Model.Load(folder[name]);
            Assert.That(again.Optimizer!.Iterations, Is.EqualTo(model.Optimizer!.Iterations));
        }
        using var loaded = Model.Load(folder["model.keras"]);
        model.Fit(x, y, epochs: 2, verbose: 0, shuffle: false);
        loaded.Fit(x, y, epochs: 2, verbose: 0, shuffle: false);
        foreach (var (one, other) in model.GetWeights().Zip(loaded.GetWeights()))
            Assert.That(np.array_equal(one, other), Is.True);
    }

    [Test]
    public void TheOldHardSigmoidIsKept()
    {
        using var folder = new TemporaryFolder();
        const string json =
            """{"class_name": "Sequential", "config": [{"class_name": "Dense", "config": {"units": 2, "activation": "hard_sigmoid", "batch_input_shape": [null, 3]}}], "keras_version": "2.2.4"}""";
        using var model = Model.FromJson(json);
        var x = np.arange(6).reshape(2, 3).astype(np.float32) * 0.3f;
        foreach (var name in (string[])["model.keras", "model.h5"])
        {
            model.Save(folder[name]);
            using var again = Model.Load(folder[name]);
            Assert.That(np.array_equal(model.Predict(x), again.Predict(x)), Is.True, name);
        }
        using var mixed = new Sequential { Keras.Input([3]), new Dense(2, "hard_sigmoid"), new Dense(2, "keras2_hard_sigmoid") };
        Assert.That(() => mixed.Save(folder["mixed.h5"]), Throws.TypeOf<NotSupportedException>().With.Message.Contains("hard_sigmoid"));
    }

    private static Sequential Small() => new() { Keras.Input([3]), new Dense(4, name: "first"), new Dense(2, name: "last") };

    private sealed class Scaling(double factor, string? name = null) : Layer(name), IKerasObject
    {
        public override string Module => "mine";

        string? IKerasObject.RegisteredName => "Mine>Scaling";

        public override Config GetConfig() => base.GetConfig().With(new Config { ["factor"] = factor });

        protected override Tensor Call(Tensor inputs, CallContext context) => inputs * factor;
    }
}
