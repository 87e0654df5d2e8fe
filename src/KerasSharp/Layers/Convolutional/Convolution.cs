using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>What the convolutions of all ranks have in common.</summary>
public abstract class Convolution : WindowedConvolution
{
    private readonly ConvolutionArguments arguments;
    private Variable? kernel;
    private Variable? bias;

    private protected Convolution(int rank, ConvolutionArguments arguments, string? name)
        : base(rank, arguments.Window, mayBeCausal: true, arguments.Activation, name)
    {
        this.arguments = arguments;
        ActivityRegularizer = arguments.ActivityRegularizer;
        CheckNumbers();
    }

    /// <summary>The number of output channels.</summary>
    public int Filters => arguments.Filters;

    /// <summary>Into how many independent parts the channels are divided.</summary>
    public int Groups => arguments.Groups;

    /// <inheritdoc/>
    protected sealed override void Build(Shape inputShape)
    {
        long channels = ChannelsOf(inputShape);
        if (channels >= 0 && channels % Groups != 0)
            throw new ArgumentException(
                $"Layer '{Name}' ({ClassName}): the input {inputShape} has {channels} channels, which cannot be divided into {Groups} groups. Change groups."
            );
        long inputs = channels < 0 ? channels : channels / Groups;
        kernel = AddWeight(arguments.Kernel, [.. Window.Size.Select(size => (long?)size), inputs, Filters]);
        bias = arguments.UseBias ? AddWeight(arguments.Bias, [Filters]) : null;
        FixChannels(inputShape);
    }

    /// <inheritdoc/>
    protected sealed override Tensor Call(Tensor inputs, CallContext context)
    {
        var x = PadCausally(Window.Order.ToLast(inputs));
        var (steps, distances) = (Window.Steps, Window.Distances);
        var result = Window.Rank switch
        {
            1 => Op.Squeeze(Images(Op.ExpandDims(x, 1), Op.ExpandDims(kernel!, 0), [1, steps[0]], [1, distances[0]]), 1),
            2 => Images(x, kernel!, steps, distances),
            _ => Op.Conv3D(
                x,
                kernel!,
                ConvolutionWindow.Frame(steps),
                Window.TensorFlowPadding,
                dilations: ConvolutionWindow.Frame(distances)
            ),
        };
        return Finish(result, bias);
    }

    /// <inheritdoc/>
    public sealed override Config GetConfig() =>
        base.GetConfig()
            .With(new Config { ["filters"] = Filters })
            .With(Window.ToConfig())
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
        Op.Conv2D(x, filter, ConvolutionWindow.Frame(steps), Window.TensorFlowPadding, dilations: ConvolutionWindow.Frame(distances));

    private Tensor PadCausally(Tensor x) =>
        Padding == "causal" ? Op.Pad(x, [(0, 0), (Window.Distances[0] * (Window.Size[0] - 1), 0), (0, 0)]) : x;

    private void CheckNumbers()
    {
        this.AtLeast(1, Filters, "filters");
        this.AtLeast(1, Groups, "groups");
        if (Filters % Groups != 0)
            throw this.Wrong("filters", $"must be a multiple of groups; got {Filters} filters and {Groups} groups. Change one of the two.");
        if (Window.IsMovedAndStretched)
            throw new ArgumentException(
                $"Layer '{Name}' ({ClassName}): strides > 1 and dilationRate > 1 cannot be combined; got ({string.Join(", ", Window.Steps)}) and ({string.Join(", ", Window.Distances)}). Leave one of them at 1."
            );
    }
}
