using KerasSharp.Callbacks;

namespace KerasSharp;

/// <summary>The arguments of <c>Fit</c> that do not depend on where the batches come from.</summary>
internal sealed record FitSettings(
    int Epochs,
    int InitialEpoch,
    int Verbose,
    IReadOnlyList<Callback>? Callbacks,
    ValidationFrequency? ValidationFreq,
    CancellationToken CancellationToken
);
