using KerasSharp.Layers;

namespace KerasSharp;

/// <summary>Functions of Keras that belong to no class.</summary>
public static class Keras
{
    /// <summary>A symbolic tensor where data will enter a functional model.</summary>
    /// <param name="shape">The shape of one sample, <c>[28, 28, 1]</c>; null dimensions may vary.</param>
    /// <param name="batchSize">The batch size where it is fixed, as stateful layers need; any by default.</param>
    /// <param name="dtype">The type of the data; float32 by default.</param>
    /// <param name="name">The name, by which data can be given in a dictionary; <c>input_layer</c>, <c>input_layer_1</c>, … by default.</param>
    public static Tensor Input(Shape shape, int? batchSize = null, DType dtype = DType.Float32, string? name = null) =>
        new InputLayer(shape, batchSize, dtype, name).Output;
}
