namespace KerasSharp;

/// <summary>The generator of Python's <c>random</c> module: the Mersenne Twister MT19937.</summary>
internal sealed class PythonRandom
{
    private const int Size = 624;
    private const int Middle = 397;
    private readonly uint[] state = new uint[Size];
    private int position = Size;

    /// <summary>As <c>random.seed(seed)</c>, which takes the absolute value.</summary>
    public PythonRandom(int seed)
    {
        uint key = (uint)Math.Abs((long)seed);
        state[0] = 19650218;
        for (uint i = 1; i < Size; i++)
            state[i] = Scramble(state[i - 1], 1812433253) + i;
        int at = 1;
        for (int step = 0; step < Size; step++, at = Advance(at))
            state[at] = (state[at] ^ Scramble(state[at - 1], 1664525)) + key;
        for (int step = 1; step < Size; step++, at = Advance(at))
            state[at] = (state[at] ^ Scramble(state[at - 1], 1566083941)) - (uint)at;
        state[0] = 0x80000000;
    }

    /// <summary>A number from 0 to <paramref name="limit"/> − 1, all alike likely; as <c>random.randrange(limit)</c>.</summary>
    public uint Below(uint limit)
    {
        int bits = 32 - System.Numerics.BitOperations.LeadingZeroCount(limit);
        uint result;
        do result = Next() >> (32 - bits);
        while (result >= limit);
        return result;
    }

    private static uint Scramble(uint previous, uint factor) => (previous ^ (previous >> 30)) * factor;

    private int Advance(int at)
    {
        if (at + 1 < Size)
            return at + 1;
        state[0] = state[Size - 1];
        return 1;
    }

    private uint Next()
    {
        if (position == Size)
            Twist();
        uint y = state[position++];
        y ^= y >> 11;
        y ^= (y << 7) & 0x9d2c5680;
        y ^= (y << 15) & 0xefc60000;
        return y ^ (y >> 18);
    }

    private void Twist()
    {
        for (int i = 0; i < Size; i++)
        {
            uint y = (state[i] & 0x80000000) | (state[(i + 1) % Size] & 0x7fffffff);
            state[i] = state[(i + Middle) % Size] ^ (y >> 1) ^ ((y & 1) * 0x9908b0df);
        }
        position = 0;
    }
}
