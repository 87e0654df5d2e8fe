using KerasSharp.Constraints;
using KerasSharp.Initializers;
using KerasSharp.Ops;
using KerasSharp.Regularizers;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>A long short-term memory over sequences [batch, time, features]; further inputs are the initial states h and c.</summary>
public sealed class LSTM : KerasRecurrentLayer
{
    private readonly LSTMCell cell;

    /// <summary>The layer.</summary>
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
    /// <param name="activityRegularizer">A penalty on the output.</param>
    /// <param name="kernelConstraint">What the kernel is held to after updates.</param>
    /// <param name="recurrentConstraint">What the recurrent kernel is held to after updates.</param>
    /// <param name="biasConstraint">What the bias is held to after updates.</param>
    /// <param name="dropout">The part of the input features that is dropped in training, 0 to 1; the same at each step.</param>
    /// <param name="recurrentDropout">The part of the state that is dropped in training, 0 to 1; the same at each step.</param>
    /// <param name="seed">The seed of dropout; drawn from the global one by default.</param>
    /// <param name="returnSequences">Whether to give the output of every step rather than of the last; false by default.</param>
    /// <param name="returnState">Whether to give the final states as further outputs; false by default.</param>
    /// <param name="goBackwards">Whether to go from the last step to the first; outputs then stand in that order. False by default.</param>
    /// <param name="stateful">Whether the final states of a batch are the initial ones of the next; the batch size must then be fixed. False by default.</param>
    /// <param name="unroll">Accepted as in Keras. The number of steps must then be known; results are the same, and the engine decides how to run the steps.</param>
    /// <param name="zeroOutputForMask">Whether the output of masked steps is 0 rather than that of the step before; false by default.</param>
    /// <param name="name">The layer's name.</param>
    /// <exception cref="ArgumentOutOfRangeException">Units are less than 1, or a dropout lies outside [0, 1].</exception>
    public LSTM(
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
        Regularizer? activityRegularizer = null,
        Constraint? kernelConstraint = null,
        Constraint? recurrentConstraint = null,
        Constraint? biasConstraint = null,
        double dropout = 0.0,
        double recurrentDropout = 0.0,
        int? seed = null,
        bool returnSequences = false,
        bool returnState = false,
        bool goBackwards = false,
        bool stateful = false,
        bool unroll = false,
        bool zeroOutputForMask = false,
        string? name = null
    )
        : this(
            new LSTMCell(
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
                "lstm_cell"
            ),
            new RecurrentOptions(returnSequences, returnState, goBackwards, stateful, unroll, zeroOutputForMask),
            name
        ) => ActivityRegularizer = activityRegularizer;

    private LSTM(LSTMCell cell, RecurrentOptions options, string? name)
        : base(cell, options, name) => this.cell = cell;

    internal static LSTM Read(Config config) =>
        new(
            new LSTMCell(CellArguments.Read(config), config.Get("unit_forget_bias", true), "lstm_cell"),
            RecurrentOptions.Read(config),
            null
        );

    /// <summary>The fused op, where cell and options are those it computes.</summary>
    private protected override RecurrentResult? RunFused(Tensor sequence, IReadOnlyList<Tensor> states, CallContext context)
    {
        var arguments = cell.Arguments;
        bool isStandard = arguments is { Activation.Name: "tanh", RecurrentActivation.Name: "sigmoid", UseBias: true };
        if (!isStandard || (context.Training && arguments.RecurrentDropout > 0))
            return null;
        var x = cell.DropInputs(sequence, context);
        var (h, c, _) = Op.Lstm(x, states[0], states[1], cell.Kernel!, cell.Recurrent!, cell.Bias!, Options.GoBackwards);
        return new RecurrentResult(h, LastStep(h), [LastStep(h), LastStep(c)]);
    }
}
