using KerasSharp.Callbacks;
using KerasSharp.Layers;
using KerasSharp.Optimizers;
using NumSharp;

namespace KerasSharp.Tests.Training;

/// <summary>Training twice with one seed, predicting from many threads, and losses that are not numbers.</summary>
[NonParallelizable]
public sealed class ReliabilityTests
{
    [Test]
    public void TheSameSeedGivesTheSameWeights()
    {
        var (first, second, other) = (Train(7), Train(7), Train(8));
        Assert.That(second, Is.EqualTo(first));
        Assert.That(other, Is.Not.EqualTo(first));
    }

    [Test]
    public void PredictFromManyThreads()
    {
        using var model = new Sequential
        {
            new Dense(16, "relu") { InputShape = [2] },
            new Dense(3, "softmax"),
        };
        float[] Rows(int from) => model.Predict(SmallModel.X[$"{from % 8}:{from % 8 + 2}"]).ToArray<float>();
        var fresh = new Sequential
        {
            new Dense(16, "relu") { InputShape = [2] },
            new Dense(3, "softmax"),
        };
        fresh.SetWeights(model.GetWeights());
        float[][] expected = [.. Enumerable.Range(0, 8).Select(i => fresh.Predict(SmallModel.X[$"{i}:{i + 2}"]).ToArray<float>())];
        int wrong = 0;
        var threads = Enumerable
            .Range(0, 16)
            .Select(thread => new Thread(() =>
            {
                for (int call = 0; call < 200; call++)
                    if (!Rows(thread + call).SequenceEqual(expected[(thread + call) % 8]))
                        Interlocked.Increment(ref wrong);
            }))
            .ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        Assert.That(wrong, Is.Zero);
    }

    [Test]
    public void OnlyOneThreadTrains()
    {
        var model = SmallModel.Create();
        using var begun = new ManualResetEventSlim();
        using var go = new ManualResetEventSlim();
        double evaluated = double.NaN;
        var wait = new LambdaCallback(
            onTrainBatchEnd: (_, _) =>
            {
                evaluated = model.Evaluate(SmallModel.X, SmallModel.Y)["loss"];
                begun.Set();
                go.Wait();
            }
        );
        var training = Task.Run(() => model.Fit(SmallModel.X, SmallModel.Y, verbose: 0, callbacks: [wait]));
        begun.Wait();
        var error = Assert.Throws<InvalidOperationException>(() => model.Evaluate(SmallModel.X, SmallModel.Y));
        Assert.That(error!.Message, Does.Contain("small").And.Contain("another thread"));
        Assert.Throws<InvalidOperationException>(() => model.TrainOnBatch(SmallModel.X, SmallModel.Y));
        Assert.DoesNotThrow(() => model.Predict(SmallModel.X));
        go.Set();
        training.Wait();
        Assert.That(evaluated, Is.EqualTo(model.Evaluate(SmallModel.X, SmallModel.Y)["loss"]));
    }

    [Test]
    public void ALossThatIsNoNumberIsReportedOnceAndTrainingGoesOn()
    {
        var (history, warnings) = FitWithNaN([]);
        Assert.That(history.Epochs, Is.EqualTo(new[] { 0, 1, 2 }));
        Assert.That(history.Values["loss"], Is.All.NaN);
        Assert.That(warnings.Split("NaN since batch 0").Length - 1, Is.EqualTo(1), warnings);
    }

    [Test]
    public void TerminateOnNaNEndsIt()
    {
        var (history, _) = FitWithNaN([new TerminateOnNaN()]);
        Assert.That(history.Epochs, Is.EqualTo(new[] { 0 }));
        Assert.Throws<InvalidOperationException>(() => FitWithNaN([new TerminateOnNaN(raiseError: true)]));
    }

    private static (History History, string Warnings) FitWithNaN(IReadOnlyList<Callback> callbacks)
    {
        var y = SmallModel.Y.copy();
        y[0, 0] = float.NaN;
        var (old, writer) = (Console.Error, new StringWriter());
        Console.SetError(writer);
        try
        {
            return (SmallModel.Create().Fit(SmallModel.X, y, 4, 3, 0, callbacks, shuffle: false), writer.ToString());
        }
        finally
        {
            Console.SetError(old);
        }
    }

    private static float[] Train(int seed)
    {
        KerasRandom.SetSeed(seed);
        using var model = new Sequential
        {
            new Dense(32, "relu") { InputShape = [2] },
            new Dropout(0.3),
            new Dense(1),
        };
        model.Compile(new Adam(0.01), "mse");
        var x = np.concatenate([.. Enumerable.Range(0, 20).Select(_ => SmallModel.X)], 0);
        var y = np.concatenate([.. Enumerable.Range(0, 20).Select(_ => SmallModel.Y)], 0);
        model.Fit(x, y, 16, 4, 0);
        return [.. model.GetWeights().SelectMany(weight => weight.ToArray<float>())];
    }
}
