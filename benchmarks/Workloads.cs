using KerasSharp.Layers;
using NumSharp;

namespace KerasSharp.Benchmarks;

/// <summary>The workloads: the book's models on synthetic inputs.</summary>
internal static class Workloads
{
    private static readonly Workload[] All =
    [
        new("mlp", Mlp, 128, n => (Floats(n, 784), Classes(10, n)), "sparse_categorical_crossentropy", 200),
        new("imdb-dense", ImdbDense, 512, n => (Floats(n, 10000), Classes(2, n, 1)), "binary_crossentropy", 60),
        new("convnet", Convnet, 64, n => (Floats(n, 28, 28, 1), Classes(10, n)), "sparse_categorical_crossentropy", 40),
        new("catsdogs", CatsAndDogs, 20, n => (Floats(n, 150, 150, 3), Classes(2, n, 1)), "binary_crossentropy", 8),
        new("imdb-lstm", ImdbLstm, 128, n => (Classes(10000, n, 500), Classes(2, n, 1)), "binary_crossentropy", 10),
    ];

    /// <summary>The names of all.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(workload => workload.Name)];

    /// <summary>The workload of a name, or null.</summary>
    public static Workload? Find(string name) => Array.Find(All, workload => workload.Name == name);

    private static Sequential Mlp() =>
        new() { Keras.Input([784]), new Dense(512, activation: "relu"), new Dense(10, activation: "softmax") };

    private static Sequential ImdbDense() =>
        new()
        {
            Keras.Input([10000]),
            new Dense(16, activation: "relu"),
            new Dense(16, activation: "relu"),
            new Dense(1, activation: "sigmoid"),
        };

    private static Sequential Convnet() =>
        new()
        {
            Keras.Input([28, 28, 1]),
            new Conv2D(32, 3, activation: "relu"),
            new MaxPooling2D(2),
            new Conv2D(64, 3, activation: "relu"),
            new MaxPooling2D(2),
            new Conv2D(64, 3, activation: "relu"),
            new Flatten(),
            new Dense(64, activation: "relu"),
            new Dense(10, activation: "softmax"),
        };

    private static Sequential CatsAndDogs()
    {
        var model = new Sequential { Keras.Input([150, 150, 3]) };
        foreach (var filters in new[] { 32, 64, 128, 128 })
        {
            model.Add(new Conv2D(filters, 3, activation: "relu"));
            model.Add(new MaxPooling2D(2));
        }
        model.Add(new Flatten());
        model.Add(new Dense(512, activation: "relu"));
        model.Add(new Dense(1, activation: "sigmoid"));
        return model;
    }

    private static Sequential ImdbLstm() =>
        new() { Keras.Input([500], dtype: DType.Int32), new Embedding(10000, 32), new LSTM(32), new Dense(1, activation: "sigmoid") };

    private static NDArray Floats(params long[] shape)
    {
        var random = new Random(0);
        return np.array(Fill(shape, () => (2 * random.NextSingle()) - 1)).reshape(shape);
    }

    private static NDArray Classes(int count, params long[] shape)
    {
        var random = new Random(1);
        return np.array(Fill(shape, () => random.Next(count))).reshape(shape);
    }

    private static T[] Fill<T>(long[] shape, Func<T> next)
    {
        var values = new T[shape.Aggregate(1L, (product, length) => product * length)];
        foreach (ref var value in values.AsSpan())
            value = next();
        return values;
    }
}
