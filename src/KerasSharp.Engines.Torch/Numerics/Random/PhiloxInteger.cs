using System.Runtime.InteropServices;

namespace KerasSharp.Engines.Torch.Numerics;

/// <summary>
/// StatelessRandomUniformInt and …FullInt: elements <c>begin …</c> of the op's flat output, as many as the target holds.
/// A 32-bit element takes one word, a 64-bit one two. Sums wrap.
/// </summary>
internal static class PhiloxInteger
{
    private const int Chunk = 512;

    /// <summary>All bits of a 32-bit integer; reinterpret for int32.</summary>
    public static void FillFull(in Philox generator, long begin, Span<uint> target) => PhiloxWords.Read(generator, begin, target);

    /// <summary>All bits of a 64-bit integer; reinterpret for int64.</summary>
    public static void FillFull(in Philox generator, long begin, Span<ulong> target)
    {
        Span<uint> words = stackalloc uint[Chunk];
        while (!target.IsEmpty)
        {
            int count = int.Min(Chunk / 2, target.Length);
            PhiloxWords.Read(generator, 2 * begin, words[..(2 * count)]);
            for (int i = 0; i < count; i++)
            {
                target[i] = RandomBits.ToUInt64(words[2 * i], words[2 * i + 1]);
            }

            target = target[count..];
            begin += count;
        }
    }

    /// <summary>int32 in [minimum, maximum).</summary>
    public static void Fill(in Philox generator, long begin, Span<int> target, int minimum, int maximum) =>
        Fill(
            generator,
            begin,
            MemoryMarshal.Cast<int, uint>(target),
            (uint)minimum,
            Range((uint)maximum - (uint)minimum, minimum < maximum)
        );

    /// <summary>int64 in [minimum, maximum).</summary>
    public static void Fill(in Philox generator, long begin, Span<long> target, long minimum, long maximum) =>
        Fill(
            generator,
            begin,
            MemoryMarshal.Cast<long, ulong>(target),
            (ulong)minimum,
            Range((ulong)maximum - (ulong)minimum, minimum < maximum)
        );

    /// <summary>uint32 in [minimum, maximum).</summary>
    public static void FillUnsigned(in Philox generator, long begin, Span<uint> target, uint minimum, uint maximum) =>
        Fill(generator, begin, target, minimum, Range(maximum - minimum, minimum < maximum));

    /// <summary>uint64 in [minimum, maximum).</summary>
    public static void FillUnsigned(in Philox generator, long begin, Span<ulong> target, ulong minimum, ulong maximum) =>
        Fill(generator, begin, target, minimum, Range(maximum - minimum, minimum < maximum));

    private static void Fill(in Philox generator, long begin, Span<uint> target, uint minimum, uint range)
    {
        FillFull(generator, begin, target);
        foreach (ref uint value in target)
        {
            value = minimum + value % range;
        }
    }

    private static void Fill(in Philox generator, long begin, Span<ulong> target, ulong minimum, ulong range)
    {
        FillFull(generator, begin, target);
        foreach (ref ulong value in target)
        {
            value = minimum + value % range;
        }
    }

    private static T Range<T>(T range, bool valid) =>
        valid ? range : throw new ArgumentException("The minimum must be below the maximum; give minval < maxval.");
}
