using KerasSharp.Ops;

namespace KerasSharp.Layers;

/// <summary>What all convolutions have in common: the window that moves over the input, the bias and the activation.</summary>
public abstract class WindowedConvolution : Layer
{
    private protected WindowedConvolution(
        int rank,
        WindowArguments arguments,
        bool mayBeCausal,
        ActivationFunction? activation,
        string? name
    )
        : base(name)
    {
        Window = new ConvolutionWindow(this, rank, arguments, mayBeCausal);
        Activation = activation ?? ActivationFunction.Linear;
        InputSpecs = [new InputSpec { Rank = rank + 2 }];
    }

    /// <summary>The size of the window, an axis each.</summary>
    public IReadOnlyList<int> KernelSize => Window.Size;

    /// <summary>The steps of the window, an axis each.</summary>
    public IReadOnlyList<int> Strides => Window.Steps;

    /// <summary>The distances between the window's elements, an axis each.</summary>
    public IReadOnlyList<int> DilationRate => Window.Distances;

    /// <summary><c>valid</c>, <c>same</c>, or for <see cref="Conv1D"/> <c>causal</c>.</summary>
    public string Padding => Window.Padding;

    /// <summary>What is applied to the result.</summary>
    public ActivationFunction Activation { get; }

    /// <summary>Whether the channels stand before the spatial axes.</summary>
    internal bool IsChannelsFirst => Window.Order.IsFirst;

    private protected ConvolutionWindow Window { get; }

    /// <summary>The number of channels of an input; -1 where it is not known.</summary>
    private protected long ChannelsOf(Shape inputShape) => inputShape[Window.Order.Axis(inputShape.Rank)];

    /// <summary>Demands of later inputs the number of channels for which the weights were made.</summary>
    private protected void FixChannels(Shape inputShape) =>
        InputSpecs = [
            new InputSpec
            {
                Rank = inputShape.Rank,
                Axes = new Dictionary<int, long> { [Window.Order.Axis(inputShape.Rank)] = ChannelsOf(inputShape) },
            },
        ];

    /// <summary>Adds the bias, puts the channels where they belong, and applies the activation.</summary>
    private protected Tensor Finish(Tensor result, Variable? bias) =>
        Activation.Call(Window.Order.FromLast(bias is null ? result : Op.BiasAdd(result, bias)));
}
