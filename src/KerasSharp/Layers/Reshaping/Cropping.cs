using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>What the layers that take away the margins of images or sequences have in common.</summary>
public abstract class Cropping : Layer
{
    private readonly Margin[] cropping;
    private readonly ChannelOrder order;

    private protected Cropping(int rank, Margins cropping, string? dataFormat, string? name)
        : base(name)
    {
        (this.cropping, order) = (cropping.Expand(rank, nameof(cropping), this), ChannelOrder.Parse(dataFormat, this));
        InputSpecs = [new InputSpec { Rank = rank + 2 }];
    }

    /// <inheritdoc/>
    protected sealed override Tensor Call(Tensor inputs, CallContext context)
    {
        var (begin, end, endMask) = (new long[inputs.Rank], new long[inputs.Rank], 0L);
        for (int axis = 0; axis < inputs.Rank; axis++)
        {
            int spatial = axis - order.Spatial;
            var (before, after) = spatial >= 0 && spatial < cropping.Length ? cropping[spatial] : new Margin(0, 0);
            CheckLeaves(inputs, axis, before + after);
            (begin[axis], end[axis]) = (before, -after);
            endMask |= after == 0 ? 1L << axis : 0;
        }
        return Op.StridedSlice(inputs, Op.Ints(begin), Op.Ints(end), Op.Ints([.. Enumerable.Repeat(1L, inputs.Rank)]), endMask: endMask);
    }

    /// <inheritdoc/>
    public sealed override Config GetConfig()
    {
        var config = base.GetConfig().With(new Config { ["cropping"] = cropping.Length == 1 ? Pair(cropping[0]) : cropping.Select(Pair) });
        // Keras's Cropping1D knows channels last only, and no name for it.
        if (cropping.Length > 1 || order.IsFirst)
            config["data_format"] = order.Name;
        return config;
    }

    private void CheckLeaves(Tensor inputs, int axis, int taken)
    {
        if (inputs.Shape[axis] >= 0 && taken > 0 && taken >= inputs.Shape[axis])
            throw new ArgumentException(
                $"Layer '{Name}' ({ClassName}): axis {axis} of the input {inputs.Shape} is {inputs.Shape[axis]} long, so {taken} cannot be cropped from it. Crop less."
            );
    }

    private static int[] Pair(Margin margin) => [margin.Before, margin.After];
}
