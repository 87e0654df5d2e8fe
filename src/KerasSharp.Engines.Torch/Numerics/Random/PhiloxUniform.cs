using System.Runtime.Intrinsics;

namespace KerasSharp.Engines.Torch.Numerics;

/// <summary>
/// StatelessRandomUniform: elements <c>begin …</c> of the op's flat output, as many as the target holds, each in [0, 1).
/// Any split of the output over calls gives the same numbers.
/// </summary>
internal static class PhiloxUniform
{
    private const int Chunk = 512;

    /// <summary>float32.</summary>
    public static void Fill(in Philox generator, long begin, Span<float> target)
    {
        Span<uint> words = stackalloc uint[Chunk];
        while (!target.IsEmpty)
        {
            Span<uint> some = words[..int.Min(Chunk, target.Length)];
            PhiloxWords.Read(generator, begin, some);
            Convert(some, target);
            target = target[some.Length..];
            begin += some.Length;
        }
    }

    /// <summary>float64.</summary>
    public static void Fill(in Philox generator, long begin, Span<double> target)
    {
        Span<uint> words = stackalloc uint[Chunk];
        while (!target.IsEmpty)
        {
            int count = int.Min(Chunk / 2, target.Length);
            PhiloxWords.Read(generator, 2 * begin, words[..(2 * count)]);
            for (int i = 0; i < count; i++)
            {
                target[i] = RandomBits.ToDouble(words[2 * i], words[2 * i + 1]);
            }

            target = target[count..];
            begin += count;
        }
    }

    /// <summary>float16.</summary>
    public static void Fill(in Philox generator, long begin, Span<Half> target)
    {
        Span<uint> words = stackalloc uint[Chunk];
        while (!target.IsEmpty)
        {
            int count = int.Min(Chunk, target.Length);
            PhiloxWords.Read(generator, begin, words[..count]);
            for (int i = 0; i < count; i++)
            {
                target[i] = RandomBits.ToHalf(words[i]);
            }

            target = target[count..];
            begin += count;
        }
    }

    /// <summary>bfloat16.</summary>
    public static void Fill(in Philox generator, long begin, Span<BFloat16> target)
    {
        Span<uint> words = stackalloc uint[Chunk];
        while (!target.IsEmpty)
        {
            int count = int.Min(Chunk, target.Length);
            PhiloxWords.Read(generator, begin, words[..count]);
            for (int i = 0; i < count; i++)
            {
                target[i] = RandomBits.ToBFloat16(words[i]);
            }

            target = target[count..];
            begin += count;
        }
    }

    private static void Convert(ReadOnlySpan<uint> words, Span<float> target)
    {
        int i = 0;
        for (; i <= words.Length - 16; i += 16)
        {
            Vector512<uint> fraction = Vector512.Create(words[i..]) & Vector512.Create(0x7fffffu);
            ((fraction | Vector512.Create(0x3f800000u)).AsSingle() - Vector512<float>.One).CopyTo(target[i..]);
        }

        for (; i < words.Length; i++)
        {
            target[i] = RandomBits.ToSingle(words[i]);
        }
    }
}
