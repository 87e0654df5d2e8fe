using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace KerasSharp.Engines.Torch.Numerics;

/// <summary>Windows of a generator's word stream: word i is word i mod 4 of block i div 4.</summary>
internal static unsafe class PhiloxWords
{
    private const int BlocksAtOnce = 8;

    /// <summary>Fills <paramref name="target"/> with the words from <paramref name="firstWord"/> on.</summary>
    public static void Read(in Philox generator, long firstWord, Span<uint> target)
    {
        while ((firstWord & 3) != 0 && !target.IsEmpty)
        {
            target[0] = generator.Block((ulong)firstWord >> 2)[(int)(firstWord & 3)];
            target = target[1..];
            firstWord++;
        }

        ReadBlocks(generator.Skip((ulong)firstWord >> 2), target);
    }

    private static void ReadBlocks(Philox generator, Span<uint> target)
    {
        while (Avx512F.IsSupported && target.Length >= 4 * BlocksAtOnce)
        {
            if ((uint)generator.CounterLow > uint.MaxValue - BlocksAtOnce)
            {
                ReadScalar(generator, target[..(4 * BlocksAtOnce)]);
            }
            else
            {
                ReadEight(generator, ref MemoryMarshal.GetReference(target));
            }

            generator = generator.Skip(BlocksAtOnce);
            target = target[(4 * BlocksAtOnce)..];
        }

        ReadScalar(generator, target);
    }

    private static void ReadScalar(Philox generator, Span<uint> target)
    {
        for (int i = 0; i < target.Length; i += 4)
        {
            Philox.Words block = generator.Block((ulong)i >> 2);
            for (int j = 0; j < 4 && i + j < target.Length; j++)
            {
                target[i + j] = block[j];
            }
        }
    }

    // Each lane of 64 bits holds one word of one block; what a product leaves in the upper half is ignored by the next one.
    private static void ReadEight(in Philox generator, ref uint target)
    {
        Vector512<ulong> c0 = Vector512.Create((ulong)(uint)generator.CounterLow) + Vector512.Create(0UL, 1, 2, 3, 4, 5, 6, 7);
        Vector512<ulong> c1 = Vector512.Create(generator.CounterLow >> 32);
        Vector512<ulong> c2 = Vector512.Create((ulong)(uint)generator.CounterHigh);
        Vector512<ulong> c3 = Vector512.Create(generator.CounterHigh >> 32);
        Vector512<uint> multiplierA = Vector512.Create((ulong)Philox.MultiplierA).AsUInt32();
        Vector512<uint> multiplierB = Vector512.Create((ulong)Philox.MultiplierB).AsUInt32();
        uint k0 = (uint)generator.Key;
        uint k1 = (uint)(generator.Key >> 32);
        for (int round = 0; round < Philox.Rounds; round++)
        {
            Vector512<ulong> a = Avx512F.Multiply(c0.AsUInt32(), multiplierA);
            Vector512<ulong> b = Avx512F.Multiply(c2.AsUInt32(), multiplierB);
            c0 = (b >> 32) ^ c1 ^ Vector512.Create((ulong)k0);
            c1 = b;
            c2 = (a >> 32) ^ c3 ^ Vector512.Create((ulong)k1);
            c3 = a;
            k0 += Philox.KeyStepA;
            k1 += Philox.KeyStepB;
        }

        Vector512<ulong> low = Vector512.Create((ulong)uint.MaxValue);
        Vector512<ulong> first = (c0 & low) | (c1 << 32);
        Vector512<ulong> second = (c2 & low) | (c3 << 32);
        Avx512F.PermuteVar8x64x2(first, Vector512.Create(0UL, 8, 1, 9, 2, 10, 3, 11), second).AsUInt32().StoreUnsafe(ref target);
        Avx512F.PermuteVar8x64x2(first, Vector512.Create(4UL, 12, 5, 13, 6, 14, 7, 15), second).AsUInt32().StoreUnsafe(ref target, 16);
    }
}
