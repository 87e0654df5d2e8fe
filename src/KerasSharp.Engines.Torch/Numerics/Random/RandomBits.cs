using System.Runtime.CompilerServices;

namespace KerasSharp.Engines.Torch.Numerics;

/// <summary>How TensorFlow makes numbers in [0, 1) from random words: the low bits become the fraction of a number in [1, 2).</summary>
internal static class RandomBits
{
    /// <summary>23 bits of the word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float ToSingle(uint word) => BitConverter.UInt32BitsToSingle(0x3f800000 | (word & 0x7fffff)) - 1f;

    /// <summary>20 bits of <paramref name="high"/> and all of <paramref name="low"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double ToDouble(uint high, uint low) =>
        BitConverter.UInt64BitsToDouble(0x3ff0000000000000 | (ulong)(high & 0xfffff) << 32 | low) - 1d;

    /// <summary>10 bits of the word.</summary>
    public static Half ToHalf(uint word) => (Half)((float)BitConverter.UInt16BitsToHalf((ushort)(0x3c00 | (word & 0x3ff))) - 1f);

    /// <summary>7 bits of the word.</summary>
    public static BFloat16 ToBFloat16(uint word) => (BFloat16)(new BFloat16((ushort)(0x3f80 | (word & 0x7f))) - 1f);

    /// <summary>A 64-bit integer from two words, the first one low.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong ToUInt64(uint first, uint second) => first | (ulong)second << 32;
}
