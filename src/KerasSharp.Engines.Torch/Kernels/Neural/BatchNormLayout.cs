using KerasSharp.Engines.Torch.Native;
using KerasSharp.Ops;

namespace KerasSharp.Engines.Torch.Kernels.Neural;

/// <summary>
/// How the channels of a batch lie in memory, as [outer, channels, inner]. With channels last (inner 1) work is cut into blocks of rows, a
/// few pixels wide so that vectors are full; else into planes of one channel.
/// </summary>
internal sealed class BatchNormLayout
{
    private const int RowElements = 256;
    private const int MaxParts = 16;

    public BatchNormLayout(Shape shape, string dataFormat)
    {
        int channel = Windows.ChannelAxis(dataFormat, shape.Rank);
        Channels = (int)shape[channel];
        Outer = shape.Slice(0, channel).Size;
        Inner = shape.Slice(channel + 1).Size;
        Repeats = IsChannelsLast ? Math.Max(1, RowElements / Math.Max(1, Channels)) : 1;
        long rows = (Outer + Repeats - 1) / Repeats;
        Parts = (int)Math.Clamp(rows / 8, 1, MaxParts);
    }

    public int Channels { get; }

    public long Outer { get; }

    public long Inner { get; }

    /// <summary>The elements of one channel.</summary>
    public long Count => Outer * Inner;

    public bool IsChannelsLast => Inner == 1;

    /// <summary>Pixels in a row of vectors.</summary>
    public int Repeats { get; }

    /// <summary>Elements in a row of vectors.</summary>
    public int Width => Repeats * Channels;

    /// <summary>Parts that sums are taken over, a fixed number, so that results do not depend on the number of threads.</summary>
    public int Parts { get; }

    /// <summary>The first element of a part; that of <see cref="Parts"/> is the end.</summary>
    public long PartStart(long part)
    {
        long rows = (Outer + Repeats - 1) / Repeats;
        return Math.Min(rows * part / Parts * Width, Outer * Channels);
    }

    /// <summary>Spreads work on parts over threads, if there is enough.</summary>
    public void ForParts(Action<long, long> body) => Threads.For(Parts, Count * Channels < 1 << 15 ? Parts : 1, body);

    /// <summary>Spreads work on channels over threads, if there is enough.</summary>
    public void ForChannels(Action<long, long> body) => Threads.For(Channels, Math.Max(1, (1 << 15) / Math.Max(1, Count)), body);
}
