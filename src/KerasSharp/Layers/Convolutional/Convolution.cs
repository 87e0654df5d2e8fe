using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>What the convolutions of all ranks have in common.</summary>
public abstract class Convolution : Layer
{
    private readonly ConvolutionArguments arguments;
    private readonly ConvolutionWindow window;
    private Variable? kernel;
    private Variable? bias;

    private protected Convolution(int rank, ConvolutionArguments arguments, string? name)
        : base(name)
    {
        this.arguments = arguments;
        ActivityRegularizer = arguments.ActivityRegularizer;
        Activation = arguments.Activation ?? ActivationFunction.Linear;
        window = new ConvolutionWindow(this, rank, arguments.Window, mayBeCausal: true);
        InputSpecs = [new InputSpec { Rank = rank + 2 }];
        CheckNumbers();
    }

    /// <summary>Whether the channels stand before the spatial axes.</summary>
    internal bool IsChannelsFirst => window.Order.IsFirst;

    /// <summary>The number of output channels.</summary>
    public int Filters => arguments.Filters;

    /// <summary>The size of the window, an axis each.</summary>
    public IReadOnlyList<int> KernelSize => window.Size;

    /// <summary>The steps of the window, an axis each.</summary>
    public IReadOnlyList<int> Strides => window.Steps;

    /// <summary>The distances between the window's elements, an axis each.</summary>
    public IReadOnlyList<int> DilationRate => window.Distances;

    /// <summary><c>valid</c>, <c>same</c>, or for sequences <c>causal</c>.</summary>
    public string Padding => window.Padding;

    /// <summary>Into how many independent parts the channels are divided.</summary>
    public int Groups => arguments.Groups;

    /// <summary>What is applied to the result.</summary>
    public ActivationFunction Activation { get; }

    /// <inheritdoc/>
    protected sealed override void Build(Shape inputShape)
    {
        int axis = window.Order.Axis(inputShape.Rank);
        long channels = inputShape[axis];
        if (channels >= 0 && channels % Groups != 0)
            throw new ArgumentException(
                $"Layer '{Name}' ({ClassName}): the input {inputShape} has {channels} channels, which cannot be divided into {Groups} groups. Change groups."
            );
        long inputs = channels < 0 ? channels : channels / Groups;
        kernel = AddWeight(arguments.Kernel, [.. window.Size.Select(size => (long?)size), inputs, Filters]);
        bias = arguments.UseBias ? AddWeight(arguments.Bias, [Filters]) : null;
        InputSpecs =
        [
            new InputSpec
            {
                Rank = inputShape.Rank,
                Axes = new Dictionary<int, long> { [axis] = channels },
            },
        ];
    }

    /// <inheritdoc/>
    protected sealed override Tensor Call(Tensor inputs, CallContext context)
    {
        var x = PadCausally(window.Order.ToLast(inputs));
        var (steps, distances) = (window.Steps, window.Distances);
        var result = window.Rank switch
        {
            1 => Op.Squeeze(Images(Op.ExpandDims(x, 1), Op.ExpandDims(kernel!, 0), [1, steps[0]], [1, distances[0]]), 1),
            2 => Images(x, kernel!, steps, distances),
            _ => Op.Conv3D(
                x,
                kernel!,
                ConvolutionWindow.Frame(steps),
                window.TensorFlowPadding,
                dilations: ConvolutionWindow.Frame(distances)
            ),
        };
        return Activation.Call(window.Order.FromLast(bias is null ? result : Op.BiasAdd(result, bias)));
    }

    /// <inheritdoc/>
    public sealed override Config GetConfig() =>
        base.GetConfig()
            .With(new Config { ["filters"] = Filters })
            .With(window.ToConfig())
            .With(
                new Config
                {
                    ["groups"] = Groups,
                    ["activation"] = Activation,
                    ["use_bias"] = arguments.UseBias,
                }
            )
            .With(arguments.Kernel.ToConfig())
            .With(arguments.Bias.ToConfig())
            .With(new Config { ["activity_regularizer"] = ActivityRegularizer });

    private Tensor Images(Tensor x, Tensor filter, int[] steps, int[] distances) =>
        Op.Conv2D(x, filter, ConvolutionWindow.Frame(steps), window.TensorFlowPadding, dilations: ConvolutionWindow.Frame(distances));

    private Tensor PadCausally(Tensor x) =>
        Padding == "causal" ? Op.Pad(x, [(0, 0), (window.Distances[0] * (window.Size[0] - 1), 0), (0, 0)]) : x;

    private void CheckNumbers()
    {
        this.AtLeast(1, Filters, "filters");
        this.AtLeast(1, Groups, "groups");
        if (Filters % Groups != 0)
            throw this.Wrong("filters", $"must be a multiple of groups; got {Filters} filters and {Groups} groups. Change one of the two.");
        if (window.IsMovedAndStretched)
            throw new ArgumentException(
                $"Layer '{Name}' ({ClassName}): strides > 1 and dilationRate > 1 cannot be combined; got ({string.Join(", ", window.Steps)}) and ({string.Join(", ", window.Distances)}). Leave one of them at 1."
            );
    }
}
