using System.Runtime.CompilerServices;
using KerasSharp.Callbacks;

namespace KerasSharp.Tests.Training;

/// <summary>Batches from generators: what is trained, how far they run ahead, and how they end.</summary>
public sealed class GeneratorTests
{
    [Test]
    public void GoesOnFromEpochToEpoch()
    {
        static IEnumerable<Batch> Endless()
        {
            while (true)
                foreach (var batch in SmallModel.Batches(weighted: true))
                    yield return batch;
        }
        var history = SmallModel.Create(weightedMetrics: ["mse"]).Fit(Endless(), epochs: 2, verbose: 0, stepsPerEpoch: 2);
        Assert.That(history.Values["loss"], Is.EqualTo(new[] { 0.2540224, 0.4374885 }).Within(1e-6));
        Assert.That(history.Values["mse"], Is.EqualTo(new[] { 0.3386965, 0.583318 }).Within(1e-6));
    }

    [Test]
    public void EndsAnEpochThatItCannotFill()
    {
        var history = SmallModel.Create().Fit(SmallModel.Batches(), epochs: 2, verbose: 0, stepsPerEpoch: 2);
        Assert.That(history.Values["loss"], Is.EqualTo(new[] { 0.4325643, 0.553457 }).Within(1e-6));
    }

    [Test]
    public void EqualsArrays()
    {
        var expected = SmallModel
            .Create()
            .Fit(SmallModel.X, SmallModel.Y, 4, 3, 0, shuffle: false, validationData: (SmallModel.X, SmallModel.Y), validationBatchSize: 4);
        var plain = SmallModel.Create().Fit(SmallModel.Batches(), 3, 0, validationData: new(SmallModel.Batches()));
        var awaited = SmallModel.Create().Fit(Later(), 3, 0, validationData: new(Later()));
        foreach (var (name, values) in expected.Values)
        {
            Assert.That(plain.Values[name], Is.EqualTo(values).Within(1e-6), name);
            Assert.That(awaited.Values[name], Is.EqualTo(values).Within(1e-6), name);
        }
        var model = SmallModel.Create();
        Assert.That(model.Evaluate(SmallModel.Batches()), Is.EqualTo(model.Evaluate(SmallModel.X, SmallModel.Y, 4)));
        Assert.That(model.Evaluate(Later()), Is.EqualTo(model.Evaluate(SmallModel.X, SmallModel.Y, 4)));
        Assert.That(model.Predict(Later()).ToArray<float>(), Is.EqualTo(model.Predict(SmallModel.X, 4).ToArray<float>()));
    }

    [Test]
    public void RunsAheadOnlyAFew()
    {
        const int count = 60;
        int made = 0;
        int most = 0;
        IEnumerable<Batch> Counted()
        {
            for (int i = 0; i < count; i++)
            {
                Interlocked.Increment(ref made);
                yield return (SmallModel.X, SmallModel.Y);
            }
        }
        var watch = new LambdaCallback(
            onTrainBatchEnd: (batch, _) =>
            {
                // As many as may wait, and the one that finds no room.
                int ahead = Math.Min(Prefetcher<Batch>.Ahead + 1, count - (batch + 1));
                Assert.That(
                    SpinWait.SpinUntil(() => Volatile.Read(ref made) - (batch + 1) >= ahead, TimeSpan.FromSeconds(30)),
                    $"batch {batch}"
                );
                most = Math.Max(most, Volatile.Read(ref made) - (batch + 1));
            }
        );
        SmallModel.Create().Fit(Counted(), verbose: 0, callbacks: [watch]);
        Assert.That(made, Is.EqualTo(count));
        Assert.That(most, Is.EqualTo(Prefetcher<Batch>.Ahead + 1));
    }

    [Test]
    public void ItsExceptionComesOutAndTheModelStaysUsable()
    {
        static IEnumerable<Batch> Failing()
        {
            yield return (SmallModel.X, SmallModel.Y);
            throw new InvalidDataException("the file is torn");
        }
        var model = SmallModel.Create();
        var seen = new List<int>();
        var error = Assert.Throws<InvalidDataException>(() =>
            model.Fit(Failing(), verbose: 0, callbacks: [new LambdaCallback(onTrainBatchEnd: (batch, _) => seen.Add(batch))])
        );
        Assert.That(error!.Message, Is.EqualTo("the file is torn"));
        Assert.That(seen, Is.EqualTo(new[] { 0 }));
        Assert.DoesNotThrow(() => model.Fit(SmallModel.Batches(), verbose: 0));
    }

    [Test]
    public void NothingRunsAfterCancellation()
    {
        bool ended = false;
        IEnumerable<Batch> Endless()
        {
            try
            {
                while (true)
                    yield return (SmallModel.X, SmallModel.Y);
            }
            finally
            {
                ended = true;
            }
        }
        using var source = new CancellationTokenSource();
        var model = SmallModel.Create();
        var cancel = new LambdaCallback(
            onTrainBatchEnd: (batch, _) =>
            {
                if (batch == 3)
                    source.Cancel();
            }
        );
        Assert.Catch<OperationCanceledException>(() =>
            model.Fit(Endless(), verbose: 0, callbacks: [cancel], cancellationToken: source.Token)
        );
        Assert.That(ended, Is.True);
        Assert.DoesNotThrow(() => model.Evaluate(SmallModel.X, SmallModel.Y));
    }

    [Test]
    public void CancellationEndsTheWaitForABatch()
    {
        static async IAsyncEnumerable<Batch> Never([EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            yield return (SmallModel.X, SmallModel.Y);
        }
        using var source = new CancellationTokenSource(50);
        var model = SmallModel.Create();
        Assert.Catch<OperationCanceledException>(() => model.Fit(Never(), verbose: 0, cancellationToken: source.Token));
    }

    [Test]
    public void ArraysCanBeCancelledToo()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var model = SmallModel.Create();
        var before = model.GetWeights()[0].ToArray<float>();
        Assert.Catch<OperationCanceledException>(() => model.Fit(SmallModel.X, SmallModel.Y, verbose: 0, cancellationToken: source.Token));
        Assert.That(model.GetWeights()[0].ToArray<float>(), Is.EqualTo(before));
        Assert.Catch<OperationCanceledException>(() => model.Evaluate(SmallModel.X, SmallModel.Y, cancellationToken: source.Token));
        Assert.Catch<OperationCanceledException>(() => model.Predict(SmallModel.X, 4, cancellationToken: source.Token));
    }

    [Test]
    public void WithoutAnyBatch()
    {
        var model = SmallModel.Create();
        Assert.That(() => model.Fit(Enumerable.Empty<Batch>(), verbose: 0), Throws.ArgumentException.With.Message.Contains("no batch"));
        Assert.That(() => model.Evaluate(Enumerable.Empty<Batch>()), Throws.ArgumentException.With.Message.Contains("no batch"));
        Assert.That(() => model.Predict(Enumerable.Empty<Batch>()), Throws.ArgumentException.With.Message.Contains("no batch"));
        Assert.That(() => model.Fit(new Batch[] { null! }, verbose: 0), Throws.ArgumentException.With.Message.Contains("null"));
    }

    private static async IAsyncEnumerable<Batch> Later()
    {
        foreach (var batch in SmallModel.Batches())
        {
            await Task.Yield();
            yield return batch;
        }
    }
}
