namespace KerasSharp.Formats.Checkpoints;

/// <summary>What a checkpoint tells of one of its tensors without reading its values.</summary>
/// <param name="Key">Its key: a variable's name, or a path of attributes and what it is (<c>model/layer-1/kernel/.ATTRIBUTES/VARIABLE_VALUE</c>).</param>
/// <param name="DType">The type of its elements; null for one that KerasSharp lacks.</param>
/// <param name="Shape">Its shape; of a tensor that was saved in parts, that of the whole.</param>
/// <param name="PartCount">In how many parts it was saved; 0 where as a whole.</param>
public sealed record CheckpointTensor(string Key, DType? DType, Shape Shape, int PartCount)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Key}: {DType?.Name() ?? "unknown type"} {Shape}";
}
