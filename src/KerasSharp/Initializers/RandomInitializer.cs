using KerasSharp.Saving;

namespace KerasSharp.Initializers;

/// <summary>
/// Draws a weight's first value from TensorFlow's stateless generator, bit for bit what Keras draws from the same seed. An instance gives
/// the same values whenever it is asked for the same shape, as in Keras.
/// </summary>
public abstract class RandomInitializer : Initializer
{
    private readonly int? givenSeed;

    /// <summary>A random initializer.</summary>
    /// <param name="seed">The seed; null to draw one from <see cref="SeedGenerator.Global"/>.</param>
    private protected RandomInitializer(int? seed) => (givenSeed, Seed) = (seed, seed ?? SeedGenerator.Global.Next());

    /// <summary>The seed in use.</summary>
    public int Seed { get; }

    /// <summary>The config of the seed: null where none was given.</summary>
    private protected Config SeedConfig() => new() { ["seed"] = givenSeed };
}
