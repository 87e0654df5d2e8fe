namespace KerasSharp.Engines.Torch.Numerics;

/// <summary>TensorFlow's Box-Muller transform: words to two standard normal numbers, the sine one first.</summary>
internal static class BoxMuller
{
    /// <summary>float32: two words. The angle is rounded to float32 before its sine and cosine are taken.</summary>
    public static (float First, float Second) Single(uint word0, uint word1)
    {
        float u = MathF.Max(RandomBits.ToSingle(word0), 1e-7f);
        float angle = (float)(2 * Math.PI * RandomBits.ToSingle(word1));
        float radius = MathF.Sqrt(-2f * MathF.Log(u));
        return (MathF.Sin(angle) * radius, MathF.Cos(angle) * radius);
    }

    /// <summary>float64: four words.</summary>
    public static (double First, double Second) Double(in Philox.Words words)
    {
        double u = Math.Max(RandomBits.ToDouble(words.W0, words.W1), 1e-7);
        double angle = 2 * Math.PI * RandomBits.ToDouble(words.W2, words.W3);
        double radius = Math.Sqrt(-2d * Math.Log(u));
        return (Math.Sin(angle) * radius, Math.Cos(angle) * radius);
    }
}
