namespace KerasSharp.Engines.Torch.Numerics;

/// <summary>RandomShuffle and StatelessShuffle: which row of the input each row of the output is.</summary>
internal static class PhiloxShuffle
{
    /// <summary>Fills <paramref name="order"/> with a permutation of 0 … n − 1, by TensorFlow's Fisher-Yates.</summary>
    public static void Permutation(in Philox generator, Span<int> order)
    {
        var stream = new PhiloxStream(generator);
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        for (int i = 0; i < order.Length - 1; i++)
        {
            int other = i + (int)(stream.NextWord() % (uint)(order.Length - i));
            (order[i], order[other]) = (order[other], order[i]);
        }
    }
}
