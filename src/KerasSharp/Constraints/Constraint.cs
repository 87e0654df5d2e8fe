using KerasSharp.Saving;

namespace KerasSharp.Constraints;

/// <summary>What a weight is changed to after every step: written as its Keras name, <c>"non_neg"</c>, or as an object.</summary>
public abstract class Constraint : IKerasObject
{
    /// <inheritdoc/>
    public virtual string ClassName => GetType().Name;

    /// <inheritdoc/>
    public virtual string Module => "keras.constraints";

    /// <summary>The nearest allowed weight, of the same shape.</summary>
    public abstract Tensor Call(Tensor w);

    /// <inheritdoc/>
    public abstract Config GetConfig();

    /// <summary>The constraint of Keras's name.</summary>
    /// <exception cref="ArgumentException">There is no such constraint; the message lists those there are.</exception>
    public static implicit operator Constraint(string name) => KerasObjects.Deserialize<Constraint>(name)!;
}
