namespace KerasSharp.Engines.Torch.Numerics;

/// <summary>
/// StatelessRandomNormal: elements <c>begin …</c> of the op's flat output, as many as the target holds, mean 0 and
/// deviation 1. Any split of the output over calls gives the same numbers.
/// </summary>
internal static class PhiloxNormal
{
    private const int Chunk = 512;

    /// <summary>float32.</summary>
    public static void Fill(in Philox generator, long begin, Span<float> target)
    {
        Span<uint> words = stackalloc uint[Chunk];
        while (!target.IsEmpty)
        {
            // Elements come in pairs: a chunk begins at an even element, before the first one wanted where need be.
            int skip = (int)(begin & 1);
            int count = int.Min(Chunk - skip, target.Length);
            PhiloxWords.Read(generator, begin - skip, words[..((skip + count + 1) & ~1)]);
            for (int i = -skip; i < count; i += 2)
            {
                (float first, float second) = BoxMuller.Single(words[i + skip], words[i + skip + 1]);
                if (i >= 0)
                {
                    target[i] = first;
                }

                if (i + 1 < count)
                {
                    target[i + 1] = second;
                }
            }

            target = target[count..];
            begin += count;
        }
    }

    /// <summary>float64.</summary>
    public static void Fill(in Philox generator, long begin, Span<double> target)
    {
        for (int i = -(int)(begin & 1); i < target.Length; i += 2)
        {
            (double first, double second) = BoxMuller.Double(generator.Block((ulong)(begin + i) / 2));
            if (i >= 0)
            {
                target[i] = first;
            }

            if (i + 1 < target.Length)
            {
                target[i + 1] = second;
            }
        }
    }

    /// <summary>float16: the float32 numbers, rounded.</summary>
    public static void Fill(in Philox generator, long begin, Span<Half> target) =>
        PhiloxRounding.Fill(generator, begin, target, Fill, static value => (Half)value);

    /// <summary>bfloat16: the float32 numbers, rounded.</summary>
    public static void Fill(in Philox generator, long begin, Span<BFloat16> target) =>
        PhiloxRounding.Fill(generator, begin, target, Fill, static value => (BFloat16)value);
}
