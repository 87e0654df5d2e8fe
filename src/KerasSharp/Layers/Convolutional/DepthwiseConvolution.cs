using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>What the convolutions of each channel by itself have in common; a separable one then mixes the channels by a 1×1 convolution.</summary>
public abstract class DepthwiseConvolution : Layer
{
    private readonly DepthwiseArguments arguments;
    private readonly ConvolutionWindow window;
    private Variable? depthwise;
    private Variable? pointwise;
    private Variable? bias;

    private protected DepthwiseConvolution(int rank, DepthwiseArguments arguments, string? name)
        : base(name)
    {
        this.arguments = arguments;
        window = new ConvolutionWindow(this, rank, arguments.Window, mayBeCausal: false);
        ActivityRegularizer = arguments.ActivityRegularizer;
        Activation = arguments.Activation ?? ActivationFunction.Linear;
        InputSpecs = [new InputSpec { Rank = rank + 2 }];
        this.AtLeast(1, DepthMultiplier, "depthMultiplier");
        if (arguments.Filters is { } filters)
            this.AtLeast(1, filters, "filters");
    }

    /// <summary>The size of the window, an axis each.</summary>
    public IReadOnlyList<int> KernelSize => window.Size;

    /// <summary>The steps of the window, an axis each.</summary>
    public IReadOnlyList<int> Strides => window.Steps;

    /// <summary>The distances between the window's elements, an axis each.</summary>
    public IReadOnlyList<int> DilationRate => window.Distances;

    /// <summary><c>valid</c> or <c>same</c>.</summary>
    public string Padding => window.Padding;

    /// <summary>How many results each channel gives.</summary>
    public int DepthMultiplier => arguments.DepthMultiplier;

    /// <summary>What is applied to the result.</summary>
    public ActivationFunction Activation { get; }

    /// <inheritdoc/>
    protected sealed override void Build(Shape inputShape)
    {
        int axis = window.Order.Axis(inputShape.Rank);
        long channels = inputShape[axis];
        long results = channels < 0 ? channels : channels * DepthMultiplier;
        depthwise = AddWeight(
            arguments.Depthwise,
            [.. window.Size.Select(size => (long?)size), channels, DepthMultiplier],
            arguments.Filters is null ? "kernel" : "depthwise_kernel"
        );
        if (arguments is { Pointwise: { } rule, Filters: { } filters })
            pointwise = AddWeight(rule, [.. Enumerable.Repeat((long?)1, window.Rank), results, filters], "pointwise_kernel");
        bias = arguments.UseBias ? AddWeight(arguments.Bias, [arguments.Filters ?? results]) : null;
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
        var x = DepthwiseImages.Convolve(window.Order.ToLast(inputs), depthwise!, window);
        if (pointwise is not null)
            x = Mix(x, pointwise);
        return Activation.Call(window.Order.FromLast(bias is null ? x : Op.BiasAdd(x, bias)));
    }

    /// <inheritdoc/>
    public sealed override Config GetConfig()
    {
        var config = base.GetConfig().With(new Config { ["depth_multiplier"] = DepthMultiplier });
        if (arguments.Filters is { } filters)
            config["filters"] = filters;
        config = config
            .With(window.ToConfig())
            .With(new Config { ["activation"] = Activation, ["use_bias"] = arguments.UseBias })
            .With(arguments.Depthwise.ToConfig());
        if (arguments.Pointwise is { } rule)
            config = config.With(rule.ToConfig());
        return config.With(arguments.Bias.ToConfig()).With(new Config { ["activity_regularizer"] = ActivityRegularizer });
    }

    private Tensor Mix(Tensor x, Tensor filter)
    {
        long[] ones = [1, 1, 1, 1];
        return window.Rank == 2
            ? Op.Conv2D(x, filter, ones, "VALID")
            : Op.Squeeze(Op.Conv2D(Op.ExpandDims(x, 1), Op.ExpandDims(filter, 0), ones, "VALID"), 1);
    }
}
