using KerasSharp.Layers;
using NumSharp;

namespace KerasSharp.Benchmarks;

/// <summary>Whether training keeps memory that it does not need.</summary>
internal static class MemoryGrowth
{
    private const int WarmUp = 1_000;
    private const int Steps = 100_000;

    /// <summary>Trains a small model for many steps.</summary>
    /// <returns>Megabytes by which resident memory grew after the first thousand steps.</returns>
    public static double Measure()
    {
        var model = new Sequential { Keras.Input([8]), new Dense(8, activation: "relu"), new Dense(1) };
        model.Compile(optimizer: "rmsprop", loss: "mse");
        var x = np.ones(new NumSharp.Shape(16, 8), NPTypeCode.Single);
        var y = np.ones(new NumSharp.Shape(16, 1), NPTypeCode.Single);
        Train(model, x, y, WarmUp);
        var before = Environment.WorkingSet;
        Train(model, x, y, Steps - WarmUp);
        return (Environment.WorkingSet - before) / 1e6;
    }

    private static void Train(Model model, NDArray x, NDArray y, int steps)
    {
        for (var i = 0; i < steps; i++)
            model.TrainOnBatch(x, y);
    }
}
