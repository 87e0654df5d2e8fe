using KerasSharp.Engines;
using NumSharp;

namespace KerasSharp.Formats.Cifar;

/// <summary>Images as CIFAR's files hold them, a plane a colour, with their labels.</summary>
/// <param name="Kind">Which set they are of.</param>
/// <param name="Planes">3072 bytes an image: a red, a green and a blue plane of 32 rows.</param>
/// <param name="Labels">The class of each, the fine one in CIFAR-100.</param>
/// <param name="CoarseLabels">The coarse class of each; empty for CIFAR-10.</param>
internal sealed record CifarRecords(CifarKind Kind, ReadOnlyMemory<byte> Planes, byte[] Labels, byte[] CoarseLabels)
{
    public const int Size = 32;
    public const int ImageLength = PlaneLength * Channels;
    private const int PlaneLength = Size * Size;
    private const int Channels = 3;

    /// <summary>How many classes a set has.</summary>
    public static int ClassCount(CifarKind kind) => kind == CifarKind.Cifar10 ? 10 : 100;

    /// <summary>How many coarse classes CIFAR-100 has.</summary>
    public const int CoarseClassCount = 20;

    /// <summary>Several files' images as one batch.</summary>
    public static CifarBatch ToBatch(IReadOnlyList<CifarRecords> parts)
    {
        var kind = parts[0].Kind;
        bool isFine = kind == CifarKind.Cifar100;
        return new CifarBatch(
            kind,
            Images(parts),
            LabelArray([.. parts.SelectMany(part => part.Labels)], isFine),
            isFine ? LabelArray([.. parts.SelectMany(part => part.CoarseLabels)], isFine) : null
        );
    }

    private static unsafe NDArray Images(IReadOnlyList<CifarRecords> parts)
    {
        long count = parts.Sum(part => (long)part.Labels.Length);
        var images = HostMemory.NewArray(typeof(byte), count, Size, Size, Channels);
        byte* target = (byte*)images.Unsafe.Address;
        foreach (var part in parts)
            for (int i = 0; i < part.Labels.Length; i++, target += ImageLength)
                Interleave(part.Planes.Span.Slice(i * ImageLength, ImageLength), new Span<byte>(target, ImageLength));
        return images;
    }

    private static void Interleave(ReadOnlySpan<byte> planes, Span<byte> pixels)
    {
        for (int i = 0; i < PlaneLength; i++)
        {
            pixels[3 * i] = planes[i];
            pixels[3 * i + 1] = planes[PlaneLength + i];
            pixels[3 * i + 2] = planes[2 * PlaneLength + i];
        }
    }

    private static NDArray LabelArray(byte[] labels, bool isLong) =>
        isLong
            ? new NDArray(Array.ConvertAll(labels, label => (long)label)).reshape(labels.Length, 1)
            : new NDArray(labels).reshape(labels.Length, 1);
}
