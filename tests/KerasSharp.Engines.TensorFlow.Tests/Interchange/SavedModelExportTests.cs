using KerasSharp.Engines.TensorFlow.Interchange;
using KerasSharp.Formats.SavedModel;
using KerasSharp.Layers;
using KerasSharp.Testing;
using NumSharp;

namespace KerasSharp.Engines.TensorFlow.Tests.Interchange;

/// <summary>Models as SavedModels, which this library loads again: signatures, values, variables, and folders that are not replaced.</summary>
internal sealed class SavedModelExportTests
{
    private const double Tolerance = 1e-5;

    [SetUp]
    public void Require() => TheEngine.RequireAsCurrent();

    [TestCase("dense")]
    [TestCase("conv")]
    [TestCase("lstm")]
    [TestCase("cells")]
    public void ThisLibraryRunsATrainedModel(string kind)
    {
        using var folder = new TemporaryFolder();
        var model = Samples.Trained(kind, out var x);
        model.Export(folder["model"], verbose: false);
        using var saved = SavedModel.Load(folder["model"]);
        Assert.That(saved.Signatures.Keys, Is.EqualTo(["serve", "serving_default"]));
        foreach (var signature in saved.Signatures.Values)
            Arrays.AssertClose(model.PredictOnBatch(x)[0], signature.Run(x)["output_0"], Tolerance);
        Assert.That(Directory.GetFileSystemEntries(folder.Path), Has.Length.EqualTo(1), "left beside the folder");
    }

    [Test]
    public void TheFolderTellsTheVariables()
    {
        using var folder = new TemporaryFolder();
        var model = Samples.Trained("dense", out _);
        model.Export(folder["model"], verbose: false);
        var graph = SavedModelFolder.Open(folder["model"]).Graph("serve");
        Assert.That(graph.Variables.Count(variable => variable.IsTrainable), Is.EqualTo(model.TrainableWeights.Count));
        foreach (var weight in model.Weights)
        {
            var variable = graph.Variables.Single(variable => variable.Name == weight.Path);
            Assert.That(variable.Read().ToArray<float>(), Is.EqualTo(weight.GetValue().ToArray<float>()), weight.Path);
        }
    }

    [Test]
    public void InputsAndOutputsHaveNames()
    {
        using var folder = new TemporaryFolder();
        var (b, a) = (Keras.Input([2], name: "b-side"), Keras.Input([2], name: "a"));
        new Model([b, a], [new Subtract().Apply([b, a]), a]).Export(folder["model"], verbose: false);
        using var saved = SavedModel.Load(folder["model"]);
        var results = saved["serving_default"].Run(("a", Row(1, 2)), ("b_side", Row(5, 7)));
        Assert.That(results["output_0"].ToArray<float>(), Is.EqualTo([4f, 5f]));
        Assert.That(results["output_1"].ToArray<float>(), Is.EqualTo([1f, 2f]));
    }

    [Test]
    public void AModelThatKeepsStateGoesOn()
    {
        using var folder = new TemporaryFolder();
        var input = Keras.Input([3, 2], batchSize: 2);
        var model = new Model(input, new SimpleRNN(2, stateful: true).Apply(input));
        model.Export(folder["model"], verbose: false);
        var x = Samples.Uniform(3, [2, 3, 2]);
        using var saved = SavedModel.Load(folder["model"]);
        for (int call = 0; call < 2; call++)
            Arrays.AssertClose(model.PredictOnBatch(x)[0], saved["serve"].Run(x)["output_0"], Tolerance);
    }

    [Test]
    public void AModelWithoutVariables()
    {
        using var folder = new TemporaryFolder();
        var input = Keras.Input([2]);
        new Model(input, new Lambda(x => x * 2).Apply(input)).Export(folder["model"], verbose: false);
        using var saved = SavedModel.Load(folder["model"]);
        Assert.That(saved["serve"].Run(Row(1, 2))["output_0"].ToArray<float>(), Is.EqualTo([2f, 4f]));
    }

    [Test]
    public void ASavedModelIsReplaced()
    {
        using var folder = new TemporaryFolder();
        Samples.Trained("conv", out _).Export(folder["model"], verbose: false);
        var model = Samples.Trained("dense", out var x);
        model.Export(folder["model"], verbose: false);
        using var saved = SavedModel.Load(folder["model"]);
        Arrays.AssertClose(model.PredictOnBatch(x)[0], saved["serve"].Run(x)["output_0"], Tolerance);
        Assert.That(Directory.GetFileSystemEntries(folder.Path), Has.Length.EqualTo(1), "left beside the folder");
    }

    [Test]
    public void AFolderOfOtherThingsStays()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["notes.txt"], "mine");
        var model = Samples.Trained("dense", out _);
        Assert.That(() => model.Export(folder.Path), Throws.TypeOf<IOException>().With.Message.Contains("notes.txt"));
        Assert.That(Directory.GetFileSystemEntries(folder.Path), Has.Length.EqualTo(1));
    }

    [Test]
    public void AnArchiveOfSeveralFunctions()
    {
        using var folder = new TemporaryFolder();
        var model = Samples.Trained("dense", out var x);
        var archive = new ExportArchive();
        archive.Track(model);
        archive.AddEndpoint("serve", model);
        archive.AddEndpoint("hidden", input => model.Layers[0].Apply(input), new TensorSpec("x", DType.Float32, [null, 4]));
        archive.AddEndpoint("both", inputs => [inputs[0] + inputs[1]], new("a", DType.Int32, [2]), new("b", DType.Int32, [2]));
        archive.WriteOut(folder["model"], verbose: false);
        using var saved = SavedModel.Load(folder["model"]);
        Assert.That(saved.Signatures.Keys, Is.EqualTo(["both", "hidden", "serve", "serving_default"]));
        using var hidden = K.Function([model.Input], [model.Layers[0].Output]);
        Arrays.AssertClose(hidden.Run(x)[0], saved["hidden"].Run(x)["output_0"], Tolerance);
        var sums = saved["both"].Run(("a", (int[])[1, 2]), ("b", (int[])[3, 4]));
        Assert.That(sums["output_0"].ToArray<int>(), Is.EqualTo([4, 6]));
    }

    [Test]
    public void AVariableOfTwoTrackedLayersIsWrittenOnce()
    {
        using var folder = new TemporaryFolder();
        var model = Samples.Trained("dense", out _);
        model.Trainable = false;
        var inner = model.Layers[0];
        inner.Trainable = true;
        var archive = new ExportArchive();
        archive.Track(inner);
        archive.Track(model);
        archive.AddEndpoint("serve", model);
        archive.WriteOut(folder["model"], verbose: false);
        Assert.That(SavedModelFolder.Open(folder["model"]).Graphs[0].Variables, Has.Count.EqualTo(model.Weights.Count));
    }

    [Test]
    public void WhatIsNotBuiltCannotBeTracked() =>
        Assert.That(() => new ExportArchive().Track(new Dense(2)), Throws.InvalidOperationException.With.Message.Contains("not built"));

    [Test]
    public void AnArchiveNeedsAFunction()
    {
        using var folder = new TemporaryFolder();
        Assert.That(
            () => new ExportArchive().WriteOut(folder["model"]),
            Throws.ArgumentException.With.Message.Contains("needs a function")
        );
    }

    [Test]
    public void AModelWithoutInputsCannotBeExported() =>
        Assert.That(
            () => new Sequential([new Dense(2)]).Export("model"),
            Throws.InvalidOperationException.With.Message.Contains("never been called")
        );

    private static NDArray Row(params float[] values) => new NDArray(values).reshape(1, values.Length);
}
