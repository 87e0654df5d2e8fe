using KerasSharp.Callbacks;
using KerasSharp.Layers;
using NumSharp;

namespace KerasSharp.Tests.Training;

/// <summary>What training and prediction allocate on the managed heap: a little a step, and no more as steps go by.</summary>
public sealed class AllocationTests
{
    private const int WarmUp = 20;
    private const int Steps = 60;
    private const int Batch = 8;

    /// <summary>The most a step may allocate, in bytes: the arrays that go in and out, small here, and a few lists.</summary>
    private const long StepBytes = 8 << 10;

    [Test]
    public void ATrainingStep()
    {
        var model = Network();
        model.Compile(optimizer: "adam", loss: "mse", metrics: ["mae"]);
        var meter = new Meter();
        model.Fit(
            Images(Batch * Steps),
            np.zeros(new NumSharp.Shape(Batch * Steps, 3), typeof(float)),
            Batch,
            verbose: 0,
            callbacks: [meter]
        );
        AssertFlat(meter.Bytes);
    }

    [Test]
    public void APrediction()
    {
        var model = Network();
        var images = Images(Batch);
        var bytes = new long[Steps];
        for (int i = 0; i < Steps; i++)
        {
            model.PredictOnBatch(images);
            bytes[i] = GC.GetAllocatedBytesForCurrentThread();
        }
        AssertFlat(bytes);
    }

    [Test]
    public void ATrainingStepOnOneBatch()
    {
        var model = Network();
        model.Compile(optimizer: "rmsprop", loss: "mse");
        var (images, targets) = (Images(Batch), np.zeros(new NumSharp.Shape(Batch, 3), typeof(float)));
        var bytes = new long[Steps];
        for (int i = 0; i < Steps; i++)
        {
            model.TrainOnBatch(images, targets);
            bytes[i] = GC.GetAllocatedBytesForCurrentThread();
        }
        AssertFlat(bytes);
    }

    /// <summary>
    /// Asserts, of the bytes allocated in all up to the end of each step, that late steps take few, no more than early ones on average, and typically the same.
    /// The average alone would also count what the runtime allocates once, at whatever step.
    /// </summary>
    private static void AssertFlat(long[] total)
    {
        int half = (Steps - WarmUp) / 2;
        double early = (total[WarmUp + half - 1] - total[WarmUp - 1]) / (double)half;
        double late = (total[^1] - total[^(half + 1)]) / (double)half;
        TestContext.Out.WriteLine($"bytes a step: {early:0} early, {late:0} late");
        Assert.That(late, Is.LessThanOrEqualTo(StepBytes));
        Assert.That(late, Is.LessThanOrEqualTo(early + 64));
        Assert.That(Typical(total, Steps - half), Is.EqualTo(Typical(total, WarmUp)).Within(64));
    }

    /// <summary>What the middle one of half the steps takes, by size.</summary>
    private static long Typical(long[] total, int first)
    {
        int half = (Steps - WarmUp) / 2;
        return Enumerable.Range(first, half).Select(step => total[step] - total[step - 1]).Order().ElementAt(half / 2);
    }

    private static Sequential Network() =>
        [
            new InputLayer([6, 6, 1]),
            new Conv2D(4, 3, activation: "relu"),
            new BatchNormalization(),
            new MaxPooling2D(2),
            new Reshape([4, 4]),
            new LSTM(5, returnSequences: true),
            new GRU(4),
            new Dropout(0.3),
            new Dense(3, activation: "softmax"),
        ];

    private static NDArray Images(int count) => np.ones(new NumSharp.Shape(count, 6, 6, 1), typeof(float));

    /// <summary>Notes the bytes allocated by the training thread up to the end of each batch.</summary>
    private sealed class Meter : Callback
    {
        public long[] Bytes { get; } = new long[AllocationTests.Steps];

        public override void OnTrainBatchEnd(int batch, Logs logs) => Bytes[batch] = GC.GetAllocatedBytesForCurrentThread();
    }
}
