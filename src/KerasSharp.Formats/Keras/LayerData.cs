namespace KerasSharp.Formats.Keras;

/// <summary>A layer to be written into a legacy file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Weights">Its weights in order, trainable first; none for layers without weights.</param>
public sealed record LayerData(string Name, IReadOnlyList<WeightData> Weights);
