using KerasSharp.Saving;

namespace KerasSharp.Initializers;

/// <summary>Gives a weight its first value: written as its Keras name, <c>"glorot_uniform"</c>, or as an object.</summary>
public abstract class Initializer : IKerasObject
{
    /// <inheritdoc/>
    public virtual string ClassName => GetType().Name;

    /// <inheritdoc/>
    public virtual string Module => "keras.initializers";

    /// <summary>The first value, a graph tensor that depends on no placeholder.</summary>
    /// <param name="shape">The shape, fully known.</param>
    /// <param name="dtype">The type of the elements.</param>
    public abstract Tensor Create(Shape shape, DType dtype = DType.Float32);

    /// <inheritdoc/>
    public abstract Config GetConfig();

    /// <summary>The initializer of Keras's name.</summary>
    /// <exception cref="ArgumentException">There is no such initializer; the message lists those there are.</exception>
    public static implicit operator Initializer(string name) => KerasObjects.Deserialize<Initializer>(name)!;
}
