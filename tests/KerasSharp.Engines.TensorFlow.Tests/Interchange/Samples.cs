using KerasSharp.Layers;
using NumSharp;

namespace KerasSharp.Engines.TensorFlow.Tests.Interchange;

/// <summary>Small models that have been trained for a few steps, and data.</summary>
internal static class Samples
{
    private const int Steps = 3;

    /// <summary>The models by name, each with the shape of its data.</summary>
    public static Model Trained(string kind, out NDArray x)
    {
        var (layers, shape) = Architecture(kind);
        var model = new Sequential(layers);
        model.Compile(optimizer: "adam", loss: "mse");
        x = Uniform(7, [5, .. shape]);
        for (int step = 0; step < Steps; step++)
            model.TrainOnBatch(x, Uniform(step, [5, 3]));
        return model;
    }

    /// <summary>Numbers from -1 to 1.</summary>
    public static NDArray Uniform(int seed, int[] shape)
    {
        var random = new Random(seed);
        var values = new float[shape.Aggregate(1, (product, length) => product * length)];
        for (int i = 0; i < values.Length; i++)
            values[i] = (float)(2 * random.NextDouble() - 1);
        return new NDArray(values).reshape(shape);
    }

    private static (Layer[] Layers, int[] Shape) Architecture(string kind) =>
        kind switch
        {
            "dense" => ([new InputLayer([4]), new Dense(6, activation: "tanh"), new BatchNormalization(), new Dense(3)], [4]),
            "conv" => (
                [
                    new InputLayer([6, 6, 2]),
                    new Conv2D(4, 3, padding: "same", activation: "relu"),
                    new MaxPooling2D(2),
                    new Flatten(),
                    new Dense(3),
                ],
                [6, 6, 2]
            ),
            "lstm" => ([new InputLayer([7, 3]), new LSTM(4, returnSequences: true), new LSTM(4), new Dense(3)], [7, 3]),
            "cells" => (
                [new InputLayer([2, 5, 3]), new TimeDistributed(new GRU(4)), new RNN([new SimpleRNNCell(4), new LSTMCell(3)])],
                [2, 5, 3]
            ),
            _ => throw new ArgumentException(kind),
        };
}
