namespace KerasSharp.Testing;

/// <summary>Groups of golden cases that several test projects look at.</summary>
public static class GoldenGroups
{
    /// <summary>Those of the family <c>files</c> whose files are HDF5 or hold HDF5: models and weights of all Keras versions.</summary>
    public static IReadOnlyList<string> KerasHdf5 { get; } =
    [
        "hdf5",
        "keras-era",
        "keras2-h5",
        "keras2-keras",
        "keras2-weights-h5",
        "keras2-weights",
        "keras3-h5",
        "keras3-weights",
        "keras3-zip",
        "keras3-dir",
        "keras3-sharded",
    ];
}
