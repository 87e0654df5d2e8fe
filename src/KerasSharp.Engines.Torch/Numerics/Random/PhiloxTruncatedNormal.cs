namespace KerasSharp.Engines.Torch.Numerics;

/// <summary>
/// StatelessTruncatedNormal: normal numbers, those outside (-2, 2) drawn again. A group of four elements (two of float64)
/// owns a stretch of 256 words an element, so groups do not depend on each other.
/// <c>begin</c> is the first element wanted of the op's flat output.
/// </summary>
internal static class PhiloxTruncatedNormal
{
    private const int GroupSize = 4;
    private const int DoubleGroupSize = 2;
    private const ulong BlocksPerGroup = 256;
    private const ulong BlocksPerDoubleGroup = 128;
    private const float Bound = 2;

    /// <summary>float32.</summary>
    public static void Fill(in Philox generator, long begin, Span<float> target)
    {
        Span<float> group = stackalloc float[GroupSize];
        for (long i = begin; i < begin + target.Length; )
        {
            Group(generator.Skip((ulong)(i / GroupSize) * BlocksPerGroup), group);
            for (int j = (int)(i % GroupSize); j < GroupSize && i < begin + target.Length; j++, i++)
            {
                target[(int)(i - begin)] = group[j];
            }
        }
    }

    /// <summary>float64.</summary>
    public static void Fill(in Philox generator, long begin, Span<double> target)
    {
        Span<double> group = stackalloc double[DoubleGroupSize];
        for (long i = begin; i < begin + target.Length; )
        {
            Group(generator.Skip((ulong)(i / DoubleGroupSize) * BlocksPerDoubleGroup), group);
            for (int j = (int)(i % DoubleGroupSize); j < DoubleGroupSize && i < begin + target.Length; j++, i++)
            {
                target[(int)(i - begin)] = group[j];
            }
        }
    }

    /// <summary>float16: the float32 numbers, rounded.</summary>
    public static void Fill(in Philox generator, long begin, Span<Half> target) =>
        PhiloxRounding.Fill(generator, begin, target, Fill, static value => (Half)value);

    /// <summary>bfloat16: the float32 numbers, rounded.</summary>
    public static void Fill(in Philox generator, long begin, Span<BFloat16> target) =>
        PhiloxRounding.Fill(generator, begin, target, Fill, static value => (BFloat16)value);

    private static void Group(Philox generator, Span<float> group)
    {
        int filled = 0;
        for (ulong block = 0; ; block++)
        {
            Philox.Words words = generator.Block(block);
            for (int pair = 0; pair < 4; pair += 2)
            {
                (float first, float second) = BoxMuller.Single(words[pair], words[pair + 1]);
                if (Keep(first, group, ref filled) || Keep(second, group, ref filled))
                {
                    return;
                }
            }
        }
    }

    private static void Group(Philox generator, Span<double> group)
    {
        int filled = 0;
        for (ulong block = 0; ; block++)
        {
            (double first, double second) = BoxMuller.Double(generator.Block(block));
            if (Keep(first, group, ref filled) || Keep(second, group, ref filled))
            {
                return;
            }
        }
    }

    // Takes the value if it is inside the bounds; true once the group is full.
    private static bool Keep<T>(T value, Span<T> group, ref int filled)
        where T : System.Numerics.INumber<T>
    {
        if (T.Abs(value) < T.CreateTruncating(Bound))
        {
            group[filled++] = value;
        }

        return filled == group.Length;
    }
}
