using KerasSharp.Ops;

namespace KerasSharp.Layers;

/// <summary>Where the channels of images and sequences stand. Layers compute with channels last and turn other inputs round.</summary>
internal readonly record struct ChannelOrder(bool IsFirst)
{
    /// <summary>Keras's name.</summary>
    public string Name => IsFirst ? "channels_first" : "channels_last";

    /// <summary>Reads Keras's name; null is <c>channels_last</c>.</summary>
    /// <exception cref="ArgumentException">It is neither.</exception>
    public static ChannelOrder Parse(string? name, Layer layer) =>
        new(layer.OneOf(["channels_last", "channels_first"], name ?? "channels_last", "dataFormat") == "channels_first");

    /// <summary>The axis of the channels in a tensor of that rank.</summary>
    public int Axis(int rank) => IsFirst ? 1 : rank - 1;

    /// <summary>The first spatial axis.</summary>
    public int Spatial => IsFirst ? 2 : 1;

    /// <summary>The tensor with channels last.</summary>
    public Tensor ToLast(Tensor x) => IsFirst && x.Rank > 2 ? Op.Transpose(x, [0, .. Axes(2, x.Rank), 1]) : x;

    /// <summary>A tensor with channels last turned back.</summary>
    public Tensor FromLast(Tensor x) => IsFirst && x.Rank > 2 ? Op.Transpose(x, [0, x.Rank - 1, .. Axes(1, x.Rank - 1)]) : x;

    private static IEnumerable<long> Axes(int start, int end) => Enumerable.Range(start, end - start).Select(axis => (long)axis);
}
