using System.Buffers.Binary;
using NumSharp;

namespace KerasSharp.Formats.Npy;

/// <summary>The 80-bit numbers of x86 processors, which NumPy stores in 16 bytes.</summary>
internal static class ExtendedNumbers
{
    private const int ItemSize = 16;
    private const int Bias = 16383;
    private const int FractionBits = 63;
    private const int HighestExponent = 0x7FFF;

    /// <summary>Rounds all elements into an array of doubles of the same shape.</summary>
    public static unsafe void ToDoubles(NpyArray source, NDArray target)
    {
        source.ForEach(
            (part, offset) =>
            {
                var doubles = (double*)NpyMemory.Address(target) + (offset / ItemSize);
                for (var i = 0; i < part.Length / ItemSize; i++)
                    doubles[i] = ToDouble(part.Slice(i * ItemSize, ItemSize));
            }
        );
        GC.KeepAlive(target);
    }

    /// <summary>The nearest double; the six last bytes mean nothing.</summary>
    private static double ToDouble(ReadOnlySpan<byte> number)
    {
        var significand = BinaryPrimitives.ReadUInt64LittleEndian(number);
        var top = BinaryPrimitives.ReadUInt16LittleEndian(number[8..]);
        var exponent = top & HighestExponent;
        var magnitude =
            exponent == HighestExponent ? Special(significand) : Scaled(significand, Math.Max(exponent, 1) - Bias - FractionBits);
        return (top & 0x8000) == 0 ? magnitude : -magnitude;
    }

    private static double Special(ulong significand) => significand << 1 == 0 ? double.PositiveInfinity : double.NaN;

    /// <summary>Rounded once, to the bits that a double of this size has.</summary>
    private static double Scaled(ulong significand, int exponent)
    {
        if (significand == 0)
            return 0;
        var bits = 64 - System.Numerics.BitOperations.LeadingZeroCount(significand);
        // A double keeps 53 bits, and fewer below 2^-1022, where its last bit is 2^-1074.
        var drop = Math.Max(bits - 53, -1074 - exponent);
        return drop switch
        {
            <= 0 => Math.ScaleB(significand, exponent),
            > 64 => 0,
            _ => Math.ScaleB(RoundedToEven(significand, drop), exponent + drop),
        };
    }

    private static double RoundedToEven(ulong value, int drop)
    {
        var kept = drop == 64 ? 0 : value >> drop;
        var rest = value - (drop == 64 ? 0 : kept << drop);
        var half = 1UL << (drop - 1);
        return rest > half || (rest == half && (kept & 1) == 1) ? kept + 1 : kept;
    }
}
