using System.Runtime.CompilerServices;

namespace KerasSharp.Engines.Torch.Numerics;

/// <summary>TensorFlow's Philox4x32-10: a key of 64 bits and a counter of 128; each counter value gives four words.</summary>
internal readonly record struct Philox(ulong Key, ulong CounterLow, ulong CounterHigh)
{
    internal const uint KeyStepA = 0x9E3779B9;
    internal const uint KeyStepB = 0xBB67AE85;
    internal const uint MultiplierA = 0xD2511F53;
    internal const uint MultiplierB = 0xCD9E8D57;
    internal const int Rounds = 10;

    // The key that TensorFlow scrambles seeds with.
    private const ulong ScrambleKey = 0x02461e293ec8f720;

    /// <summary>The generator of a <c>Stateless*</c> op's seed pair (StatelessRandomGetKeyCounter); int32 seeds are sign-extended.</summary>
    public static Philox FromSeed(long seed0, long seed1)
    {
        Words mix = new Philox(ScrambleKey, (ulong)seed0, (ulong)seed1).Block(0);
        return new(mix.W0 | (ulong)mix.W1 << 32, 0, mix.W2 | (ulong)mix.W3 << 32);
    }

    /// <summary>The generator of a stateful op's <c>seed</c> and <c>seed2</c> attributes.</summary>
    public static Philox FromOpSeeds(long seed, long seed2) => new((ulong)seed, 0, (ulong)seed2);

    /// <summary>The generator <paramref name="blocks"/> blocks of four words further on.</summary>
    public Philox Skip(ulong blocks)
    {
        ulong low = CounterLow + blocks;
        return new(Key, low, low < blocks ? CounterHigh + 1 : CounterHigh);
    }

    /// <summary>The four words of block <paramref name="index"/> from here.</summary>
    public Words Block(ulong index)
    {
        Philox at = Skip(index);
        uint c0 = (uint)at.CounterLow;
        uint c1 = (uint)(at.CounterLow >> 32);
        uint c2 = (uint)at.CounterHigh;
        uint c3 = (uint)(at.CounterHigh >> 32);
        uint k0 = (uint)Key;
        uint k1 = (uint)(Key >> 32);
        for (int round = 0; round < Rounds; round++)
        {
            ulong a = (ulong)MultiplierA * c0;
            ulong b = (ulong)MultiplierB * c2;
            (c0, c1, c2, c3) = ((uint)(b >> 32) ^ c1 ^ k0, (uint)b, (uint)(a >> 32) ^ c3 ^ k1, (uint)a);
            k0 += KeyStepA;
            k1 += KeyStepB;
        }

        return new(c0, c1, c2, c3);
    }

    /// <summary>One block of output.</summary>
    internal readonly record struct Words(uint W0, uint W1, uint W2, uint W3)
    {
        /// <summary>Word 0 to 3.</summary>
        public uint this[int index]
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get =>
                index switch
                {
                    0 => W0,
                    1 => W1,
                    2 => W2,
                    _ => W3,
                };
        }
    }
}
