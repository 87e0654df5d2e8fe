namespace KerasSharp.Formats.SavedModel;

/// <summary>An input or output of a signature.</summary>
/// <param name="Name">Its name for callers.</param>
/// <param name="TensorName">The tensor of the graph, such as <c>serving_default_x:0</c>; empty for a sparse or ragged one.</param>
/// <param name="DType">The type of its elements; null where it has none (an operation that gives nothing) or KerasSharp lacks it.</param>
/// <param name="Shape">What is known of its shape.</param>
public sealed record ModelTensor(string Name, string TensorName, DType? DType, Shape Shape)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {DType?.Name() ?? "none"} {Shape}";
}
