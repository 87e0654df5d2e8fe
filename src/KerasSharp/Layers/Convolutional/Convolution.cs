using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>What the convolutions of all ranks have in common.</summary>
public abstract class Convolution : Layer
{
    private readonly ConvolutionArguments arguments;
    private readonly ChannelOrder order;
    private readonly int[] kernelSize;
    private readonly int[] strides;
    private readonly int[] dilation;
    private Variable? kernel;
    private Variable? bias;

    private protected Convolution(int rank, ConvolutionArguments arguments, string? name)
        : base(name)
    {
        this.arguments = arguments;
        ActivityRegularizer = arguments.ActivityRegularizer;
        Activation = arguments.Activation ?? ActivationFunction.Linear;
        order = ChannelOrder.Parse(arguments.DataFormat, this);
        kernelSize = this.NotNull(arguments.KernelSize, "kernelSize").Expand(rank, "kernelSize", this);
        strides = (arguments.Strides ?? 1).Expand(rank, "strides", this);
        dilation = (arguments.DilationRate ?? 1).Expand(rank, "dilationRate", this);
        string[] paddings = rank == 1 && !order.IsFirst ? ["valid", "same", "causal"] : ["valid", "same"];
        Padding = this.OneOf(paddings, arguments.Padding, "padding");
        InputSpecs = [new InputSpec { Rank = rank + 2 }];
        CheckNumbers();
    }

    /// <summary>Whether the channels stand before the spatial axes.</summary>
    internal bool IsChannelsFirst => order.IsFirst;

    /// <summary>The number of output channels.</summary>
    public int Filters => arguments.Filters;

    /// <summary>The size of the window, an axis each.</summary>
    public IReadOnlyList<int> KernelSize => kernelSize;

    /// <summary>The steps of the window, an axis each.</summary>
    public IReadOnlyList<int> Strides => strides;

    /// <summary>The distances between the window's elements, an axis each.</summary>
    public IReadOnlyList<int> DilationRate => dilation;

    /// <summary><c>valid</c>, <c>same</c>, or for sequences <c>causal</c>.</summary>
    public string Padding { get; }

    /// <summary>Into how many independent parts the channels are divided.</summary>
    public int Groups => arguments.Groups;

    /// <summary>What is applied to the result.</summary>
    public ActivationFunction Activation { get; }

    /// <inheritdoc/>
    protected sealed override void Build(Shape inputShape)
    {
        int axis = order.Axis(inputShape.Rank);
        long channels = inputShape[axis];
        if (channels >= 0 && channels % Groups != 0)
            throw new ArgumentException(
                $"Layer '{Name}' ({ClassName}): the input {inputShape} has {channels} channels, which cannot be divided into {Groups} groups. Change groups."
            );
        long inputs = channels < 0 ? channels : channels / Groups;
        kernel = AddWeight(arguments.Kernel, [.. kernelSize.Select(size => (long?)size), inputs, Filters]);
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
        var x = PadCausally(order.ToLast(inputs));
        var result = kernelSize.Length switch
        {
            1 => Op.Squeeze(Images(Op.ExpandDims(x, 1), Op.ExpandDims(kernel!, 0), [1, strides[0]], [1, dilation[0]]), 1),
            2 => Images(x, kernel!, strides, dilation),
            _ => Op.Conv3D(x, kernel!, Frame(strides), TensorFlowPadding, dilations: Frame(dilation)),
        };
        return Activation.Call(order.FromLast(bias is null ? result : Op.BiasAdd(result, bias)));
    }

    /// <inheritdoc/>
    public sealed override Config GetConfig() =>
        base.GetConfig()
            .With(
                new Config
                {
                    ["filters"] = Filters,
                    ["kernel_size"] = kernelSize,
                    ["strides"] = strides,
                    ["padding"] = Padding,
                    ["data_format"] = order.Name,
                    ["dilation_rate"] = dilation,
                    ["groups"] = Groups,
                    ["activation"] = Activation,
                    ["use_bias"] = arguments.UseBias,
                }
            )
            .With(arguments.Kernel.ToConfig())
            .With(arguments.Bias.ToConfig())
            .With(new Config { ["activity_regularizer"] = ActivityRegularizer });

    private string TensorFlowPadding => Padding == "same" ? "SAME" : "VALID";

    private Tensor Images(Tensor x, Tensor filter, int[] steps, int[] distances) =>
        Op.Conv2D(x, filter, Frame(steps), TensorFlowPadding, dilations: Frame(distances));

    /// <summary>A step of 1 along batch and channels.</summary>
    private static long[] Frame(int[] spatial) => [1, .. spatial.Select(size => (long)size), 1];

    private Tensor PadCausally(Tensor x) => Padding == "causal" ? Op.Pad(x, [(0, 0), (dilation[0] * (kernelSize[0] - 1), 0), (0, 0)]) : x;

    private void CheckNumbers()
    {
        this.AtLeast(1, Filters, "filters");
        this.AtLeast(1, Groups, "groups");
        if (Filters % Groups != 0)
            throw this.Wrong("filters", $"must be a multiple of groups; got {Filters} filters and {Groups} groups. Change one of the two.");
        if (strides.Max() > 1 && dilation.Max() > 1)
            throw new ArgumentException(
                $"Layer '{Name}' ({ClassName}): strides > 1 and dilationRate > 1 cannot be combined; got ({string.Join(", ", strides)}) and ({string.Join(", ", dilation)}). Leave one of them at 1."
            );
    }
}
