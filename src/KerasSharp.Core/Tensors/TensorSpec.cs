namespace KerasSharp;

/// <summary>What is known of a tensor before it is computed, TensorFlow's <c>tf.TensorSpec</c>: an input or an output of a function.</summary>
/// <param name="Name">The name by which it is given or asked for.</param>
/// <param name="DType">The type of the elements.</param>
/// <param name="Shape">What is known of the shape.</param>
public sealed record TensorSpec(string Name, DType DType, Shape Shape)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {DType.Name()} {Shape}";
}
