using KerasSharp.Constraints;
using KerasSharp.Initializers;
using KerasSharp.Ops;
using KerasSharp.Regularizers;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>One step of a gated recurrent unit (Cho et al. 2014).</summary>
public sealed class GRUCell : KerasCell
{
    /// <summary>The cell.</summary>
    /// <param name="units">The length of the output, at least 1.</param>
    /// <param name="activation">Tanh by default.</param>
    /// <param name="recurrentActivation">The gates' function; sigmoid by default.</param>
    /// <param name="useBias">Whether a bias is added; true by default.</param>
    /// <param name="kernelInitializer">Glorot uniform by default.</param>
    /// <param name="recurrentInitializer">Orthogonal by default.</param>
    /// <param name="biasInitializer">Zeros by default.</param>
    /// <param name="kernelRegularizer">A penalty on the kernel.</param>
    /// <param name="recurrentRegularizer">A penalty on the recurrent kernel.</param>
    /// <param name="biasRegularizer">A penalty on the bias.</param>
    /// <param name="kernelConstraint">What the kernel is held to after updates.</param>
    /// <param name="recurrentConstraint">What the recurrent kernel is held to after updates.</param>
    /// <param name="biasConstraint">What the bias is held to after updates.</param>
    /// <param name="dropout">The part of the input features that is dropped in training, 0 to 1; the same at each step.</param>
    /// <param name="recurrentDropout">The part of the state that is dropped in training, 0 to 1; the same at each step.</param>
    /// <param name="resetAfter">Whether the reset gate acts after the product with the recurrent kernel; true by default.</param>
    /// <param name="seed">The seed of dropout; drawn from the global one by default.</param>
    /// <param name="name">The layer's name.</param>
    /// <exception cref="ArgumentOutOfRangeException">Units are less than 1, or a dropout lies outside [0, 1].</exception>
    public GRUCell(
        int units,
        ActivationFunction? activation = null,
        ActivationFunction? recurrentActivation = null,
        bool useBias = true,
        Initializer? kernelInitializer = null,
        Initializer? recurrentInitializer = null,
        Initializer? biasInitializer = null,
        Regularizer? kernelRegularizer = null,
        Regularizer? recurrentRegularizer = null,
        Regularizer? biasRegularizer = null,
        Constraint? kernelConstraint = null,
        Constraint? recurrentConstraint = null,
        Constraint? biasConstraint = null,
        double dropout = 0.0,
        double recurrentDropout = 0.0,
        bool resetAfter = true,
        int? seed = null,
        string? name = null
    )
        : this(
            new CellArguments(
                units,
                activation ?? "tanh",
                recurrentActivation ?? "sigmoid",
                useBias,
                WeightRule.Kernel(kernelInitializer, kernelRegularizer, kernelConstraint),
                WeightRule.Recurrent(recurrentInitializer, recurrentRegularizer, recurrentConstraint),
                WeightRule.Bias(biasInitializer, biasRegularizer, biasConstraint),
                dropout,
                recurrentDropout,
                seed
            ),
            resetAfter,
            name
        ) => Arguments.Check(this);

    internal GRUCell(CellArguments arguments, bool resetAfter, string? name)
        : base(3, arguments, name) => ResetAfter = resetAfter;

    /// <summary>Whether the reset gate acts after the product with the recurrent kernel.</summary>
    public bool ResetAfter { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<int> StateSizes => [Units];

    internal override Config ArgumentConfig() =>
        base.ArgumentConfig().With(new Config { ["recurrent_activation"] = Arguments.RecurrentActivation, ["reset_after"] = ResetAfter });

    private protected override Shape BiasShape(int length) => ResetAfter ? [2, length] : [length];

    private protected override Tensor Project(Tensor input) =>
        WithBias(LastAxis.Times(input, Kernel!), ResetAfter ? BiasRow(0) : Bias?.Read());

    private protected override (Tensor Output, IReadOnlyList<Tensor> States) Recur(
        Tensor projected,
        IReadOnlyList<Tensor> states,
        Tensor? factors
    )
    {
        var state = Dropped(states[0], factors);
        var inputs = Op.Split(1, projected, 3);
        var (update, candidate) = ResetAfter ? After(inputs, state) : Before(inputs, state);
        var output = update * states[0] + (1 - update) * candidate;
        return (output, [output]);
    }

    private (Tensor Update, Tensor Candidate) After(IReadOnlyList<Tensor> inputs, Tensor state)
    {
        var inner = Op.Split(1, WithBias(Op.MatMul(state, Recurrent!), BiasRow(1)), 3);
        var reset = Arguments.RecurrentActivation.Call(inputs[1] + inner[1]);
        return (Arguments.RecurrentActivation.Call(inputs[0] + inner[0]), Arguments.Activation.Call(inputs[2] + reset * inner[2]));
    }

    private (Tensor Update, Tensor Candidate) Before(IReadOnlyList<Tensor> inputs, Tensor state)
    {
        var kernels = Op.Split(1, Recurrent!, 3);
        var update = Arguments.RecurrentActivation.Call(inputs[0] + Op.MatMul(state, kernels[0]));
        var reset = Arguments.RecurrentActivation.Call(inputs[1] + Op.MatMul(state, kernels[1]));
        return (update, Arguments.Activation.Call(inputs[2] + Op.MatMul(reset * state, kernels[2])));
    }

    private Tensor? BiasRow(int row) => Bias is null ? null : Op.GatherV2(Bias, Op.Int(row));

    internal static GRUCell Read(Config config) => Checked(new GRUCell(CellArguments.Read(config), config.Get("reset_after", true), null));
}
