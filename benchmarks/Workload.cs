using NumSharp;

namespace KerasSharp.Benchmarks;

/// <summary>A model of the book with its batch size, trained on synthetic data.</summary>
/// <param name="Name">The name on the command line, the same as the peer's.</param>
/// <param name="Model">Makes the model.</param>
/// <param name="Batch">The batch size.</param>
/// <param name="Data">Makes one batch: inputs and targets.</param>
/// <param name="Loss">Keras's name of the loss.</param>
/// <param name="Steps">The number of steps that are timed.</param>
internal sealed record Workload(string Name, Func<Model> Model, int Batch, Func<int, (NDArray X, NDArray Y)> Data, string Loss, int Steps);
