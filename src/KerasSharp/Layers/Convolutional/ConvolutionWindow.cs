using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>The window that a convolution moves over its input: its size, its steps, the distances between its elements, and what happens at the borders.</summary>
internal sealed class ConvolutionWindow
{
    /// <summary>Checks what a layer was told.</summary>
    /// <param name="layer">The layer, for errors.</param>
    /// <param name="rank">The number of spatial axes.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="mayBeCausal">Whether sequences may be padded before only.</param>
    /// <exception cref="ArgumentException">One is out of range.</exception>
    public ConvolutionWindow(Layer layer, int rank, WindowArguments arguments, bool mayBeCausal)
    {
        Order = ChannelOrder.Parse(arguments.DataFormat, layer);
        Size = layer.NotNull(arguments.KernelSize, "kernelSize").Expand(rank, "kernelSize", layer);
        Steps = (arguments.Strides ?? 1).Expand(rank, "strides", layer);
        Distances = (arguments.DilationRate ?? 1).Expand(rank, "dilationRate", layer);
        string[] paddings = mayBeCausal && rank == 1 && !Order.IsFirst ? ["valid", "same", "causal"] : ["valid", "same"];
        Padding = layer.OneOf(paddings, arguments.Padding, "padding");
    }

    /// <summary>Where the channels stand.</summary>
    public ChannelOrder Order { get; }

    /// <summary>The number of spatial axes.</summary>
    public int Rank => Size.Length;

    /// <summary>The size, an axis each.</summary>
    public int[] Size { get; }

    /// <summary>The steps, an axis each.</summary>
    public int[] Steps { get; }

    /// <summary>The distances between its elements, an axis each.</summary>
    public int[] Distances { get; }

    /// <summary>Keras's name of what happens at the borders: <c>valid</c>, <c>same</c> or <c>causal</c>.</summary>
    public string Padding { get; }

    /// <summary>TensorFlow's name of it; what is causal is padded before.</summary>
    public string TensorFlowPadding => Padding == "same" ? "SAME" : "VALID";

    /// <summary>Whether it moves and is stretched, which TensorFlow does not do at once.</summary>
    public bool IsMovedAndStretched => Steps.Max() > 1 && Distances.Max() > 1;

    /// <summary>The entries of a layer's config.</summary>
    public Config ToConfig() =>
        new()
        {
            ["kernel_size"] = Size,
            ["strides"] = Steps,
            ["padding"] = Padding,
            ["data_format"] = Order.Name,
            ["dilation_rate"] = Distances,
        };

    /// <summary>Numbers for the spatial axes with 1 for batch and channels.</summary>
    public static long[] Frame(IEnumerable<int> spatial) => [1, .. spatial.Select(size => (long)size), 1];
}
