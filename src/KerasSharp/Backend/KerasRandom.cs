namespace KerasSharp;

/// <summary>Randomness of the whole process.</summary>
public static partial class KerasRandom
{
    /// <summary>
    /// Fixes everything random that comes after: initial weights, dropout, shuffling. The same as Keras's <c>set_random_seed</c>, down
    /// to the initial weights.
    /// </summary>
    /// <param name="seed">Any number; the same gives the same model, trained the same way.</param>
    public static void SetSeed(int seed) => SeedGenerator.Global.Reset(seed);
}
