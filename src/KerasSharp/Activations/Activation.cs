using KerasSharp.Saving;

namespace KerasSharp;

/// <summary>An activation function: written as its Keras name, <c>activation: "relu"</c>, or as a function of a tensor.</summary>
public sealed class Activation
{
    private readonly Func<Tensor, Tensor> function;

    /// <summary>An activation of one's own.</summary>
    /// <param name="function">The function; it must keep the shape, as Keras's do (except <c>glu</c>).</param>
    /// <param name="name">
    /// The name in files; null for a function that cannot be saved. To load it again, register it: <c>KerasObjects.Register&lt;Activation&gt;</c>.
    /// </param>
    public Activation(Func<Tensor, Tensor> function, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(function);
        (this.function, Name) = (function, name);
    }

    /// <summary>No activation: the input itself.</summary>
    public static Activation Linear { get; } = new(Activations.Linear, "linear");

    /// <summary>The name in files, or null.</summary>
    public string? Name { get; }

    /// <summary>True for <c>linear</c>, which does nothing.</summary>
    public bool IsLinear => Name == "linear";

    /// <summary>The activation of a tensor.</summary>
    public Tensor Call(Tensor x) => function(x);

    /// <summary>The activation of a name, a config or null (linear).</summary>
    /// <exception cref="ArgumentException">There is no such activation; the message lists those there are.</exception>
    public static Activation Get(object? identifier) => KerasObjects.Deserialize<Activation>(identifier) ?? Linear;

    /// <summary>What stands in a layer's config: the name.</summary>
    /// <exception cref="NotSupportedException">The activation is a function without a name.</exception>
    public object Serialize() =>
        Name
        ?? throw new NotSupportedException(
            "An activation that is a function without a name cannot be saved. Give it one, new Activation(function, \"my_activation\"), and register it with KerasObjects.Register<Activation>."
        );

    /// <summary>The activation of Keras's name.</summary>
    public static implicit operator Activation(string name) => Get(name);

    /// <summary>A function as an activation without a name.</summary>
    public static implicit operator Activation(Func<Tensor, Tensor> function) => new(function);

    /// <inheritdoc/>
    public override string ToString() => Name ?? "function";
}
