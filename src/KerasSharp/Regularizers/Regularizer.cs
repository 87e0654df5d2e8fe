using KerasSharp.Saving;

namespace KerasSharp.Regularizers;

/// <summary>A penalty on the values of a weight or an activation, added to the loss: written as its Keras name, <c>"l2"</c>, or as an object.</summary>
public abstract class Regularizer : IKerasObject
{
    /// <inheritdoc/>
    public virtual string ClassName => GetType().Name;

    /// <inheritdoc/>
    public virtual string Module => "keras.regularizers";

    /// <summary>The penalty, a scalar of the type of <paramref name="x"/>.</summary>
    public abstract Tensor Call(Tensor x);

    /// <inheritdoc/>
    public abstract Config GetConfig();

    /// <summary>The regularizer of Keras's name.</summary>
    /// <exception cref="ArgumentException">There is no such regularizer; the message lists those there are.</exception>
    public static implicit operator Regularizer(string name) => KerasObjects.Deserialize<Regularizer>(name)!;
}
