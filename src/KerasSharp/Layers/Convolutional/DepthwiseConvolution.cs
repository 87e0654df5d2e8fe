using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>What the convolutions of each channel by itself have in common; a separable one then mixes the channels by a 1×1 convolution.</summary>
public abstract class DepthwiseConvolution : WindowedConvolution
{
    private readonly DepthwiseArguments arguments;
    private Variable? depthwise;
    private Variable? pointwise;
    private Variable? bias;

    private protected DepthwiseConvolution(int rank, DepthwiseArguments arguments, string? name)
        : base(rank, arguments.Window, mayBeCausal: false, arguments.Activation, name)
    {
        this.arguments = arguments;
        ActivityRegularizer = arguments.ActivityRegularizer;
        this.AtLeast(1, DepthMultiplier, "depthMultiplier");
        if (arguments.Filters is { } filters)
            this.AtLeast(1, filters, "filters");
    }

    /// <summary>How many results each channel gives.</summary>
    public int DepthMultiplier => arguments.DepthMultiplier;

    /// <inheritdoc/>
    protected sealed override void Build(Shape inputShape)
    {
        long channels = ChannelsOf(inputShape);
        long results = channels < 0 ? channels : channels * DepthMultiplier;
        depthwise = AddWeight(
            arguments.Depthwise,
            [.. Window.Size.Select(size => (long?)size), channels, DepthMultiplier],
            arguments.Filters is null ? "kernel" : "depthwise_kernel"
        );
        if (arguments is { Pointwise: { } rule, Filters: { } filters })
            pointwise = AddWeight(rule, [.. Enumerable.Repeat((long?)1, Window.Rank), results, filters], "pointwise_kernel");
        bias = arguments.UseBias ? AddWeight(arguments.Bias, [arguments.Filters ?? results]) : null;
        FixChannels(inputShape);
    }

    /// <inheritdoc/>
    protected sealed override Tensor Call(Tensor inputs, CallContext context)
    {
        var x = DepthwiseImages.Convolve(Window.Order.ToLast(inputs), depthwise!, Window);
        if (pointwise is not null)
            x = Mix(x, pointwise);
        return Finish(x, bias);
    }

    /// <inheritdoc/>
    public sealed override Config GetConfig()
    {
        var config = base.GetConfig().With(new Config { ["depth_multiplier"] = DepthMultiplier });
        if (arguments.Filters is { } filters)
            config["filters"] = filters;
        config = config
            .With(Window.ToConfig())
            .With(new Config { ["activation"] = Activation, ["use_bias"] = arguments.UseBias })
            .With(arguments.Depthwise.ToConfig());
        if (arguments.Pointwise is { } rule)
            config = config.With(rule.ToConfig());
        return config.With(arguments.Bias.ToConfig()).With(new Config { ["activity_regularizer"] = ActivityRegularizer });
    }

    private Tensor Mix(Tensor x, Tensor filter)
    {
        long[] ones = [1, 1, 1, 1];
        return Window.Rank == 2
            ? Op.Conv2D(x, filter, ones, "VALID")
            : Op.Squeeze(Op.Conv2D(Op.ExpandDims(x, 1), Op.ExpandDims(filter, 0), ones, "VALID"), 1);
    }
}
