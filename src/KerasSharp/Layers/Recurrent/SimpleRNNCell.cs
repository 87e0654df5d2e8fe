using KerasSharp.Constraints;
using KerasSharp.Initializers;
using KerasSharp.Ops;
using KerasSharp.Regularizers;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>One step of a fully connected recurrent network.</summary>
public sealed class SimpleRNNCell : KerasCell
{
    /// <summary>The cell.</summary>
    /// <param name="units">The length of the output, at least 1.</param>
    /// <param name="activation">Tanh by default.</param>
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
    /// <param name="seed">The seed of dropout; drawn from the global one by default.</param>
    /// <param name="name">The layer's name.</param>
    /// <exception cref="ArgumentOutOfRangeException">Units are less than 1, or a dropout lies outside [0, 1].</exception>
    public SimpleRNNCell(
        int units,
        ActivationFunction? activation = null,
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
        int? seed = null,
        string? name = null
    )
        : this(
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
            name
        ) => Arguments.Check(this);

    internal SimpleRNNCell(CellArguments arguments, string? name)
        : base(1, arguments, name) { }

    /// <inheritdoc/>
    public override IReadOnlyList<int> StateSizes => [Units];

    private protected override (Tensor Output, IReadOnlyList<Tensor> States) Recur(
        Tensor projected,
        IReadOnlyList<Tensor> states,
        Tensor? factors
    )
    {
        var output = Arguments.Activation.Call(projected + Op.MatMul(Dropped(states[0], factors), Recurrent!));
        return (output, [output]);
    }

    internal static SimpleRNNCell Read(Config config) => Checked(new SimpleRNNCell(CellArguments.Read(config), null));
}
