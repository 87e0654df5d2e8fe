using System.Collections;
using System.Runtime.CompilerServices;

namespace KerasSharp;

/// <summary>The factors of the outputs' losses in the total: a list in the outputs' order, or a dictionary by output name.</summary>
[CollectionBuilder(typeof(LossWeights), nameof(Create))]
public sealed class LossWeights : IEnumerable<double>
{
    private readonly double[] weights;
    private readonly IReadOnlyDictionary<string, double>? named;

    private LossWeights(double[] weights, IReadOnlyDictionary<string, double>? named = null) =>
        (this.weights, this.named) = (weights, named);

    /// <summary>A list of factors; what a collection expression calls.</summary>
    public static LossWeights Create(ReadOnlySpan<double> weights) => new(weights.ToArray());

    /// <summary>A list of factors.</summary>
    public static implicit operator LossWeights(double[] weights) => new([.. weights]);

    /// <summary>Factors by the names of the outputs; 1 for the others.</summary>
    public static implicit operator LossWeights(Dictionary<string, double> named) => new([], named);

    /// <summary>The factors by output; null for a list.</summary>
    internal IReadOnlyDictionary<string, double>? Named => named;

    /// <inheritdoc/>
    public IEnumerator<double> GetEnumerator() => ((IEnumerable<double>)weights).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>A factor for each output.</summary>
    /// <exception cref="ArgumentException">The number or a name does not fit the outputs.</exception>
    internal double[] For(string model, IReadOnlyList<string> outputs)
    {
        if (named is null)
            return weights.Length == outputs.Count
                ? weights
                : throw new ArgumentException(
                    $"Model '{model}' has {outputs.Count} outputs ({string.Join(", ", outputs)}); {weights.Length} loss weights came."
                );
        OutputNameCheck.Known(named.Keys, model, outputs, "loss weights");
        return [.. outputs.Select(name => named.GetValueOrDefault(name, 1))];
    }
}
