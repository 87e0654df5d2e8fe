using System.Collections;
using System.Runtime.CompilerServices;
using KerasSharp.Losses;

namespace KerasSharp;

/// <summary>The losses of a model's outputs: one for all, a list in the outputs' order, or a dictionary by output name.</summary>
[CollectionBuilder(typeof(LossList), nameof(Create))]
public sealed class LossList : IEnumerable<Loss?>
{
    private readonly Loss?[] losses;
    private readonly IReadOnlyDictionary<string, Loss>? named;

    private LossList(Loss?[] losses, IReadOnlyDictionary<string, Loss>? named = null) => (this.losses, this.named) = (losses, named);

    /// <summary>A list of losses; null for an output without one.</summary>
    public static LossList Create(ReadOnlySpan<Loss?> losses) => new(losses.ToArray());

    /// <summary>A loss by its Keras name.</summary>
    public static implicit operator LossList(string name) => new([name]);

    /// <summary>A loss.</summary>
    public static implicit operator LossList(Loss loss) => new([loss]);

    /// <summary>A loss computed by a function of targets and predictions.</summary>
    public static implicit operator LossList(Func<Tensor, Tensor, Tensor> function) => new([function]);

    /// <summary>Losses by the names of the outputs.</summary>
    public static implicit operator LossList(Dictionary<string, Loss> named) => new([], named);

    /// <summary>The losses by output; null for a list.</summary>
    internal IReadOnlyDictionary<string, Loss>? Named => named;

    /// <summary>The names of the outputs in the order of the dictionary; null for a list.</summary>
    internal IEnumerable<string>? Names => named?.Keys;

    /// <summary>A loss for each output; null for each where losses are optional.</summary>
    /// <exception cref="ArgumentException">The number or a name does not fit the outputs.</exception>
    internal Loss?[] For(string model, IReadOnlyList<string> outputs, bool isOptional = false)
    {
        if (named is not null)
        {
            OutputNameCheck.Known(named.Keys, model, outputs, "loss");
            return [.. outputs.Select(name => named.GetValueOrDefault(name))];
        }
        if (isOptional)
            return new Loss?[outputs.Count];
        if (losses.Length == 1)
            return [.. outputs.Select(_ => losses[0])];
        return losses.Length == outputs.Count
            ? losses
            : throw new ArgumentException(
                $"Model '{model}' has {outputs.Count} outputs ({string.Join(", ", outputs)}); {losses.Length} losses came."
            );
    }

    /// <inheritdoc/>
    public IEnumerator<Loss?> GetEnumerator() => ((IEnumerable<Loss?>)losses).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
