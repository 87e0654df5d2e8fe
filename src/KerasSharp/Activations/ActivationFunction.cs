using KerasSharp.Saving;

namespace KerasSharp;

/// <summary>An activation function: written as its Keras name, <c>activation: "relu"</c>, or as a function of a tensor.</summary>
public sealed class ActivationFunction
{
    private readonly Func<Tensor, Tensor> function;

    /// <summary>An activation of one's own.</summary>
    /// <param name="function">The function; it must keep the shape, as Keras's do (except <c>glu</c>).</param>
    /// <param name="name">
    /// The name in files; null for a function that cannot be saved. To load it again, register it: <c>KerasObjects.Register&lt;ActivationFunction&gt;</c>.
    /// </param>
    public ActivationFunction(Func<Tensor, Tensor> function, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        (this.function, Name) = (function, name);
    }

    /// <summary>No activation: the input itself.</summary>
    public static ActivationFunction Linear { get; } = new(Activations.Linear, "linear");

    /// <summary>The name in files, or null.</summary>
    public string? Name { get; }

    /// <summary>True for <c>linear</c>, which does nothing.</summary>
    public bool IsLinear => Name == "linear";

    /// <summary>The activation of a tensor.</summary>
    public Tensor Call(Tensor x) => function(x);

    /// <summary>The activation of a name, a config or null (linear).</summary>
    /// <exception cref="ArgumentException">There is no such activation; the message lists those there are.</exception>
    public static ActivationFunction Get(object? identifier) => KerasObjects.Deserialize<ActivationFunction>(identifier) ?? Linear;

    /// <summary>What stands in a layer's config: the name.</summary>
    /// <exception cref="NotSupportedException">The activation is a function without a name.</exception>
    public object Serialize() =>
        Name
        ?? throw new NotSupportedException(
            "An activation that is a function without a name cannot be saved. Give it one, new ActivationFunction(function, \"my_activation\"), and register it with KerasObjects.Register<ActivationFunction>."
        );

    /// <summary>The activation of Keras's name.</summary>
    public static implicit operator ActivationFunction(string name) => Get(name);

    /// <summary>A function as an activation without a name.</summary>
    public static implicit operator ActivationFunction(Func<Tensor, Tensor> function) => new(function);

    /// <inheritdoc/>
    public override string ToString() => Name ?? "function";
}
