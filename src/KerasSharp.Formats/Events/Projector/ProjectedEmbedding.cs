using NumSharp;

namespace KerasSharp.Formats.Events;

/// <summary>A matrix whose rows TensorBoard's projector shows as points.</summary>
/// <param name="Name">The tensor's name: its key in the checkpoint, or any name where <see cref="Tensor"/> or <see cref="TensorPath"/> has the values.</param>
public sealed record ProjectedEmbedding(string Name)
{
    /// <summary>The values, of shape [points, dimensions]; written beside the configuration as text. Null where a checkpoint or <see cref="TensorPath"/> has them.</summary>
    public NDArray? Tensor { get; init; }

    /// <summary>A file with the values, a row a point, columns parted by tabs; null for none.</summary>
    public string? TensorPath { get; init; }

    /// <summary>The points' labels; written beside the configuration. Null for none, or where <see cref="MetadataPath"/> has them.</summary>
    public IReadOnlyList<string>? Labels { get; init; }

    /// <summary>A file with the points' labels, a row a point; with more than one column the first row names them. Null for none.</summary>
    public string? MetadataPath { get; init; }

    /// <summary>A picture with a small picture of each point; null for none.</summary>
    public string? SpritePath { get; init; }

    /// <summary>Width and height of the small pictures, in pixels.</summary>
    public (int Width, int Height) SpriteSize { get; init; }
}
