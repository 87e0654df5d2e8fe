using KerasSharp.Constraints;
using KerasSharp.Initializers;
using KerasSharp.Ops;
using KerasSharp.Regularizers;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>A vector for each integer: row i of a table that is learnt.</summary>
public sealed class Embedding : Layer
{
    private readonly WeightRule rule;
    private Variable? table;

    /// <summary>A table.</summary>
    /// <param name="inputDim">The number of rows: the largest integer plus 1.</param>
    /// <param name="outputDim">The length of a row.</param>
    /// <param name="embeddingsInitializer">Uniform in [-0.05, 0.05) by default.</param>
    /// <param name="embeddingsRegularizer">A penalty on the table.</param>
    /// <param name="activityRegularizer">A penalty on the output.</param>
    /// <param name="embeddingsConstraint">What the table is held to after updates.</param>
    /// <param name="maskZero">Whether 0 is padding: layers that follow then skip such steps. False by default.</param>
    /// <param name="name">The layer's name.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is less than 1.</exception>
    public Embedding(
        int inputDim,
        int outputDim,
        Initializer? embeddingsInitializer = null,
        Regularizer? embeddingsRegularizer = null,
        Regularizer? activityRegularizer = null,
        Constraint? embeddingsConstraint = null,
        bool maskZero = false,
        string? name = null
    )
        : base(name)
    {
        (InputDim, OutputDim, MaskZero, ActivityRegularizer, SupportsMasking) = (
            this.AtLeast(1, inputDim),
            this.AtLeast(1, outputDim),
            maskZero,
            activityRegularizer,
            maskZero
        );
        rule = new WeightRule("embeddings", embeddingsInitializer ?? "uniform", embeddingsRegularizer, embeddingsConstraint);
        InputSpecs = [new InputSpec()];
    }

    /// <summary>The number of rows.</summary>
    public int InputDim { get; }

    /// <summary>The length of a row.</summary>
    public int OutputDim { get; }

    /// <summary>Whether 0 is padding.</summary>
    public bool MaskZero { get; }

    /// <inheritdoc/>
    protected override bool AutoCast => false;

    /// <inheritdoc/>
    protected override void Build(Shape inputShape) => table = AddWeight(rule, [InputDim, OutputDim]);

    /// <inheritdoc/>
    protected override Tensor Call(Tensor inputs, CallContext context) =>
        Op.GatherV2(table!, inputs.DType is DType.Int32 or DType.Int64 ? inputs : Op.Cast(inputs, DType.Int32));

    /// <inheritdoc/>
    protected override IReadOnlyList<Tensor?> ComputeMask(IReadOnlyList<Tensor> inputs, IReadOnlyList<Tensor?> masks) =>
        [Op.NotEqual(inputs[0], Op.Constant(0, inputs[0].DType))];

    /// <inheritdoc/>
    public override Config GetConfig() =>
        base.GetConfig()
            .With(new Config { ["input_dim"] = InputDim, ["output_dim"] = OutputDim })
            .With(rule.ToConfig())
            .With(new Config { ["activity_regularizer"] = ActivityRegularizer, ["mask_zero"] = MaskZero });

    internal static Embedding Read(Config config) =>
        new(
            config.Refuse(nameof(Embedding), "lora_rank", "quantization_config").Get<int>("input_dim"),
            config.Get<int>("output_dim"),
            config.GetObject<Initializer>("embeddings_initializer"),
            config.GetObject<Regularizer>("embeddings_regularizer"),
            null,
            config.GetObject<Constraint>("embeddings_constraint"),
            config.Get("mask_zero", false)
        );
}
