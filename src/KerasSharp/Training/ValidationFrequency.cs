using System.Collections;
using System.Runtime.CompilerServices;

namespace KerasSharp;

/// <summary>After which epochs <c>Fit</c> evaluates: a number for every so many epochs, or a list of epochs counted from 1.</summary>
[CollectionBuilder(typeof(ValidationFrequency), nameof(Create))]
public sealed class ValidationFrequency : IEnumerable<int>
{
    private readonly int every;
    private readonly int[] epochs;

    private ValidationFrequency(int every, int[] epochs) => (this.every, this.epochs) = (every, epochs);

    /// <summary>A list of epochs; what a collection expression calls.</summary>
    public static ValidationFrequency Create(ReadOnlySpan<int> epochs) => new(0, epochs.ToArray());

    /// <summary>Every so many epochs, at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public static implicit operator ValidationFrequency(int every) =>
        every >= 1
            ? new(every, [])
            : throw new ArgumentOutOfRangeException(nameof(every), every, "validationFreq is a number of epochs, at least 1.");

    /// <inheritdoc/>
    public IEnumerator<int> GetEnumerator() => ((IEnumerable<int>)epochs).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Whether to evaluate after an epoch.</summary>
    /// <param name="epoch">The epoch, counted from 0.</param>
    internal bool Includes(int epoch) => every > 0 ? (epoch + 1) % every == 0 : epochs.Contains(epoch + 1);
}
