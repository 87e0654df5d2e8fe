using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>A recurrent layer of any cell, or of several on top of each other.</summary>
public sealed class RNN : RecurrentLayer
{
    /// <summary>The layer.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="returnSequences">Whether to give the output of every step rather than of the last; false by default.</param>
    /// <param name="returnState">Whether to give the final states as further outputs; false by default.</param>
    /// <param name="goBackwards">Whether to go from the last step to the first; outputs then stand in that order. False by default.</param>
    /// <param name="stateful">Whether the final states of a batch are the initial ones of the next; the batch size must then be fixed.</param>
    /// <param name="unroll">Accepted as in Keras. The number of steps must then be known; the engine decides how to run the steps.</param>
    /// <param name="zeroOutputForMask">Whether the output of masked steps is 0 rather than that of the step before; false by default.</param>
    /// <param name="name">The layer's name.</param>
    public RNN(
        RecurrentCell cell,
        bool returnSequences = false,
        bool returnState = false,
        bool goBackwards = false,
        bool stateful = false,
        bool unroll = false,
        bool zeroOutputForMask = false,
        string? name = null
    )
        : this(cell, new RecurrentOptions(returnSequences, returnState, goBackwards, stateful, unroll, zeroOutputForMask), name) { }

    /// <summary>A layer of cells on top of each other.</summary>
    public RNN(IReadOnlyList<RecurrentCell> cells, bool returnSequences = false, bool returnState = false, string? name = null)
        : this(new StackedRNNCells(cells), returnSequences, returnState, name: name) { }

    private RNN(RecurrentCell cell, RecurrentOptions options, string? name)
        : base(cell, options, name) { }

    /// <inheritdoc/>
    public override Config GetConfig() => base.GetConfig().With(new Config { ["cell"] = Cell });

    internal static RNN Read(Config config) => new(ReadCell(config["cell"]), RecurrentOptions.Read(config), null);

    /// <summary>Reads a cell, or a list of cells.</summary>
    internal static RecurrentCell ReadCell(object? json) =>
        json is List<object?> cells
            ? new StackedRNNCells([.. cells.Select(ReadCell)])
            : KerasObjects.Deserialize<Layer>(json) as RecurrentCell
                ?? throw new FormatException(
                    $"{ConfigJson.Write(json)} is no recurrent cell. Register it with KerasObjects.Register<Layer>."
                );
}
