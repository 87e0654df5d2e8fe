using KerasSharp.Constraints;
using KerasSharp.Initializers;
using KerasSharp.Regularizers;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>A fully connected recurrent network over sequences [batch, time, features]; a second input is the initial state.</summary>
public sealed class SimpleRNN : KerasRecurrentLayer
{
    /// <summary>The layer.</summary>
    /// <param name="units">The length of the output, at least 1.</param>
    /// <param name="activation">Tanh by default.</param>
    /// <param name="useBias">Whether a bias is added; true by default.</param>
    /// <param name="kernelInitializer">Glorot uniform by default.</param>
    /// <param name="recurrentInitializer">Orthogonal by default.</param>
    /// <param name="biasInitializer">Zeros by default.</param>
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
    public SimpleRNN(
        int units,
        ActivationFunction? activation = null,
        bool useBias = true,
        Initializer? kernelInitializer = null,
        Initializer? recurrentInitializer = null,
        Initializer? biasInitializer = null,
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
            new SimpleRNNCell(
                new CellArguments(
                    units,
                    activation ?? "tanh",
                    "sigmoid",
                    useBias,
                    WeightRule.Kernel(kernelInitializer, kernelRegularizer, kernelConstraint),
                    WeightRule.Recurrent(recurrentInitializer, recurrentRegularizer, recurrentConstraint),
                    WeightRule.Bias(biasInitializer, biasRegularizer, biasConstraint),
                    dropout,
                    recurrentDropout,
                    seed
                ),
                "simple_rnn_cell"
            ),
            new RecurrentOptions(returnSequences, returnState, goBackwards, stateful, unroll, zeroOutputForMask),
            name
        ) => ActivityRegularizer = activityRegularizer;

    private SimpleRNN(SimpleRNNCell cell, RecurrentOptions options, string? name)
        : base(cell, options, name) { }

    internal static SimpleRNN Read(Config config) =>
        new(new SimpleRNNCell(CellArguments.Read(config), "simple_rnn_cell"), RecurrentOptions.Read(config), null);
}
