namespace KerasSharp.Engines.Torch.Numerics;

/// <summary>Draws of 16-bit floats from a distribution that is computed in float32.</summary>
internal static class PhiloxRounding
{
    private const int Chunk = 512;

    /// <summary>Fills float32 elements, the first of which is number <paramref name="begin"/> of the flat output.</summary>
    public delegate void Draw(in Philox generator, long begin, Span<float> target);

    /// <summary>The float32 numbers, rounded.</summary>
    public static void Fill<T>(in Philox generator, long begin, Span<T> target, Draw draw, Func<float, T> round)
    {
        Span<float> some = stackalloc float[Chunk];
        for (int done = 0; done < target.Length; done += Chunk)
        {
            int count = int.Min(Chunk, target.Length - done);
            draw(generator, begin + done, some[..count]);
            for (int i = 0; i < count; i++)
            {
                target[done + i] = round(some[i]);
            }
        }
    }
}
