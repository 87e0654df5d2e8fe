namespace KerasSharp.Formats.Keras;

/// <summary>What a legacy <c>.h5</c> file holds.</summary>
public sealed record LegacyModelData
{
    /// <summary>The layers in the model's order, those without weights too.</summary>
    public required IReadOnlyList<LayerData> Layers { get; init; }

    /// <summary>Weights that belong to the model itself and to no layer.</summary>
    public IReadOnlyList<WeightData> TopLevel { get; init; } = [];

    /// <summary>The model's configuration as JSON; null writes a file of weights only.</summary>
    public string? ConfigJson { get; init; }

    /// <summary>How the model was compiled, as JSON; null where it was not. Only with <see cref="ConfigJson"/>.</summary>
    public string? TrainingConfigJson { get; init; }

    /// <summary>The optimizer's variables in order; none writes no state. Only with <see cref="ConfigJson"/>.</summary>
    public IReadOnlyList<WeightData> OptimizerVariables { get; init; } = [];

    /// <summary>The version of Keras whose layout this is, such as <c>3.15.1</c> or <c>2.21.0</c>.</summary>
    public required string KerasVersion { get; init; }

    /// <summary>The backend; <c>tensorflow</c> by default.</summary>
    public string Backend { get; init; } = "tensorflow";
}
