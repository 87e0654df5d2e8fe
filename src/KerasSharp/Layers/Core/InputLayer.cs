using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>Where data enters a functional model. Made by <see cref="Keras.Input"/>.</summary>
public sealed class InputLayer : Layer
{
    /// <summary>An input of the given shape.</summary>
    /// <param name="shape">The shape of one sample; null dimensions may vary.</param>
    /// <param name="batchSize">The batch size where it is fixed.</param>
    /// <param name="dtype">The type of the data; float32 by default.</param>
    /// <param name="name">The name, by which data can be given in a dictionary.</param>
    /// <exception cref="ArgumentException">The shape's rank is unknown, or the batch size is less than 1.</exception>
    public InputLayer(Shape shape, int? batchSize = null, DType dtype = DType.Float32, string? name = null)
        : base(name)
    {
        if (!this.NotNull(shape).HasRank)
            throw this.Wrong(nameof(shape), "must have a known rank; got an unknown one. Write null for each length that may vary.");
        if (batchSize is { } size)
            this.AtLeast(1, size, nameof(batchSize));
        DType = dtype;
        BatchShape = Shape.Of(batchSize ?? -1).Concat(shape);
        Built = true;
        Record([], [Op.Placeholder(dtype, BatchShape, Name)], CallArguments.None, new CallContext());
    }

    /// <summary>The shape, batch first.</summary>
    public Shape BatchShape { get; }

    /// <inheritdoc/>
    public override Config GetConfig() =>
        new()
        {
            ["batch_shape"] = BatchShape,
            ["dtype"] = DType,
            ["sparse"] = false,
            ["ragged"] = false,
            ["name"] = Name,
            ["optional"] = false,
        };

    /// <summary>Reads the config of Keras 3 or Keras 2.</summary>
    /// <exception cref="NotSupportedException">The input is sparse, ragged or optional.</exception>
    internal static InputLayer Read(Config config)
    {
        foreach (var flag in (string[])["sparse", "ragged", "optional"])
            if (config.Get(flag, false))
                throw new NotSupportedException($"InputLayer: {flag}=True is not supported; inputs are dense and always given.");
        var shape = config.Get<Shape?>("batch_shape", null) ?? config.Get<Shape>("batch_input_shape");
        return new InputLayer(
            shape.Slice(1),
            shape[0] < 0 ? null : (int)shape[0],
            config.Get("dtype", DType.Float32),
            config.Get<string?>("name", null)
        );
    }
}
