namespace KerasSharp.Engines.Torch.Numerics;

/// <summary>Takes a generator's words one at a time, as TensorFlow's SingleSampleAdapter does.</summary>
internal struct PhiloxStream(Philox generator)
{
    private Philox.Words _block;
    private ulong _next;
    private int _used = 4;

    /// <summary>The next word.</summary>
    public uint NextWord()
    {
        if (_used == 4)
        {
            _block = generator.Block(_next++);
            _used = 0;
        }

        return _block[_used++];
    }

    /// <summary>The next double in [0, 1), from two words (SimplePhilox::RandDouble).</summary>
    public double NextDouble()
    {
        uint high = NextWord();
        return RandomBits.ToDouble(high, NextWord());
    }
}
