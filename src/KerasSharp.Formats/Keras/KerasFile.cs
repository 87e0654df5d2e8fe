namespace KerasSharp.Formats.Keras;

/// <summary>A model file of Keras open for reading, of whatever kind: whole models and weights, of Keras 1, 2 and 3.</summary>
/// <remarks>
/// The kind is recognised by the content, never by the name. Configurations are read at once, arrays when asked for. Nothing in a file is
/// run, no link is followed and nothing is unpacked into folders. Safe for several threads.
/// </remarks>
/// <example><code>
/// using var file = KerasFile.Open("model.keras");
/// Console.WriteLine(file.ConfigJson);
/// foreach (var group in file.Tree!.Groups)
///     foreach (var variable in group.Variables)
///         Console.WriteLine($"{variable.Path} {variable.Shape}");
/// </code></example>
public sealed class KerasFile : IDisposable
{
    private readonly IReadOnlyList<IDisposable> open;

    internal KerasFile(string path, KerasFileKind kind, IReadOnlyList<IDisposable> open) => (Path, Kind, this.open) = (path, kind, open);

    /// <summary>The path that was opened.</summary>
    public string Path { get; }

    /// <summary>What the file is.</summary>
    public KerasFileKind Kind { get; }

    /// <summary>The model's configuration as JSON, <c>{"class_name": …, "config": …}</c>; null in files of weights. Python's <c>NaN</c> and <c>Infinity</c> may occur.</summary>
    public string? ConfigJson { get; internal init; }

    /// <summary>
    /// How the model was compiled, as JSON: <c>training_config</c> of a legacy file, <c>compile_config</c> of the configuration in an archive
    /// (which have different keys); null where it was not.
    /// </summary>
    public string? TrainingConfigJson { get; internal init; }

    /// <summary>An archive's <c>metadata.json</c>; null where there is none.</summary>
    public string? MetadataJson { get; internal init; }

    /// <summary>The version of Keras that wrote the file; null where it does not say.</summary>
    public string? KerasVersion { get; internal init; }

    /// <summary>The backend that wrote the file, such as <c>tensorflow</c>; null where it does not say.</summary>
    public string? Backend { get; internal init; }

    /// <summary>The weights of a legacy file; null for the other kinds.</summary>
    public LegacyWeights? Legacy { get; internal init; }

    /// <summary>The weights of Keras 3's kinds; null for the others.</summary>
    public WeightTree? Tree { get; internal init; }

    /// <summary>The weights of TensorFlow's kinds, checkpoints and SavedModels; null for the others.</summary>
    public ObjectWeights? Objects { get; internal init; }

    /// <summary>
    /// The optimizer's variables in their order; none where they were not saved. In Keras 3 and in Keras 2.11 and later the first is the iteration, then
    /// (Keras 3, and TensorFlow's files) the learning rate, then moving averages, then slots interleaved by variable; before, the iterations, then each slot for
    /// all variables.
    /// </summary>
    public IReadOnlyList<KerasVariable> OptimizerVariables { get; internal init; } = [];

    /// <summary>The files that layers keep beside their weights.</summary>
    public KerasAssets Assets { get; internal init; } = KerasAssets.None;

    /// <summary>Opens a file, a folder of an unpacked archive, a SavedModel, or a checkpoint.</summary>
    /// <param name="path">Its path; of sharded weights, that of the <c>.weights.json</c>; of a checkpoint its prefix, such as <c>folder/ckpt-3</c>.</param>
    /// <exception cref="FileFormatException">It is none of Keras's files, or a damaged or unsafe one.</exception>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public static KerasFile Open(string path) => KerasFileOpener.Open(path);

    /// <summary>Closes the file; arrays read from it stay.</summary>
    public void Dispose()
    {
        foreach (var each in open)
            each.Dispose();
    }
}
