using KerasSharp.Constraints;
using KerasSharp.Initializers;
using KerasSharp.Ops;
using KerasSharp.Regularizers;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>One step of a long short-term memory (Hochreiter and Schmidhuber 1997), with forget gate.</summary>
public sealed class LSTMCell : KerasCell
{
    /// <summary>The cell.</summary>
    /// <param name="units">The length of the output, at least 1.</param>
    /// <param name="activation">Tanh by default.</param>
    /// <param name="recurrentActivation">The gates' function; sigmoid by default.</param>
    /// <param name="useBias">Whether a bias is added; true by default.</param>
    /// <param name="kernelInitializer">Glorot uniform by default.</param>
    /// <param name="recurrentInitializer">Orthogonal by default.</param>
    /// <param name="biasInitializer">Zeros by default.</param>
    /// <param name="unitForgetBias">Whether the forget gate's bias begins at 1; true by default.</param>
    /// <param name="kernelRegularizer">A penalty on the kernel.</param>
    /// <param name="recurrentRegularizer">A penalty on the recurrent kernel.</param>
    /// <param name="biasRegularizer">A penalty on the bias.</param>
    /// <param name="kernelConstraint">What the kernel is held to after updates.</param>
    /// <param name="recurrentConstraint">What the recurrent kernel is held to after updates.</param>
    /// <param name="biasConstraint">What the bias is held to after updates.</param>
    /// <param name="dropout">The part of the input features that is dropped in training, 0 to 1; the same at each step.</param>
    /// <param name="recurrentDropout">The part of the state that is dropped in training, 0 to 1; the same at each step.</param>
    /// <param name="seed">The seed of dropout; drawn from the global one by default.</param>
    /// <param name="name">The layer's name.</param>
    /// <exception cref="ArgumentOutOfRangeException">Units are less than 1, or a dropout lies outside [0, 1].</exception>
    public LSTMCell(
        int units,
        ActivationFunction? activation = null,
        ActivationFunction? recurrentActivation = null,
        bool useBias = true,
        Initializer? kernelInitializer = null,
        Initializer? recurrentInitializer = null,
        Initializer? biasInitializer = null,
        bool unitForgetBias = true,
        Regularizer? kernelRegularizer = null,
        Regularizer? recurrentRegularizer = null,
        Regularizer? biasRegularizer = null,
        Constraint? kernelConstraint = null,
        Constraint? recurrentConstraint = null,
        Constraint? biasConstraint = null,
        double dropout = 0.0,
        double recurrentDropout = 0.0,
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
            unitForgetBias,
            name
        ) => Arguments.Check(this);

    internal LSTMCell(CellArguments arguments, bool unitForgetBias, string? name)
        : base(4, arguments, name) => UnitForgetBias = unitForgetBias;

    /// <summary>Whether the forget gate's bias begins at 1.</summary>
    public bool UnitForgetBias { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<int> StateSizes => [Units, Units];

    private protected override WeightRule BiasRule =>
        UnitForgetBias ? Arguments.Bias with { Initializer = new ForgetBias(Arguments.Bias.Initializer) } : Arguments.Bias;

    internal override Config ArgumentConfig() =>
        base.ArgumentConfig()
            .With(new Config { ["recurrent_activation"] = Arguments.RecurrentActivation, ["unit_forget_bias"] = UnitForgetBias });

    private protected override (Tensor Output, IReadOnlyList<Tensor> States) Recur(
        Tensor projected,
        IReadOnlyList<Tensor> states,
        Tensor? factors
    )
    {
        var gates = Op.Split(1, projected + Op.MatMul(Dropped(states[0], factors), Recurrent!), 4);
        var carry =
            Arguments.RecurrentActivation.Call(gates[1]) * states[1]
            + Arguments.RecurrentActivation.Call(gates[0]) * Arguments.Activation.Call(gates[2]);
        var output = Arguments.RecurrentActivation.Call(gates[3]) * Arguments.Activation.Call(carry);
        return (output, [output, carry]);
    }

    internal static LSTMCell Read(Config config) =>
        Checked(new LSTMCell(CellArguments.Read(config), config.Get("unit_forget_bias", true), null));
}
