using KerasSharp.Graphs;

namespace KerasSharp.Ops;

/// <summary>The sliding windows of an op with TensorFlow's attributes strides, padding, explicit_paddings, data_format and dilations.</summary>
internal static class Windows
{
    /// <summary>The channel axis of a data format: 1 for NCHW, NCDHW; the last for NHWC, NDHWC.</summary>
    public static int ChannelAxis(string dataFormat, int rank) => dataFormat.StartsWith("NC", StringComparison.Ordinal) ? 1 : rank - 1;

    /// <summary>The first of the spatial axes, which follow one another.</summary>
    public static int SpatialAxis(string dataFormat) => dataFormat.StartsWith("NC", StringComparison.Ordinal) ? 2 : 1;

    /// <summary>The windows of a pooling op, one an axis (batch and channels too).</summary>
    public static WindowAxis[] OfPool(Shape input, long[] ksize, long[] strides, Attributes attributes)
    {
        int rank = input.Rank;
        CheckLength("ksize", ksize, rank);
        CheckLength("strides", strides, rank);
        string padding = attributes.Get<string>("padding");
        var explicitPaddings = Explicit(attributes, padding, rank);
        return
        [
            .. Enumerable
                .Range(0, rank)
                .Select(i =>
                    WindowAxis.Of(input[i], ksize[i], strides[i], 1, padding, explicitPaddings[2 * i], explicitPaddings[2 * i + 1])
                ),
        ];
    }

    /// <summary>The windows of a convolution, one a spatial axis.</summary>
    /// <param name="input">The shape of the images.</param>
    /// <param name="filter">The shape of the filter: spatial lengths first.</param>
    /// <param name="attributes">The op's attributes.</param>
    public static WindowAxis[] OfConvolution(Shape input, Shape filter, Attributes attributes)
    {
        int rank = input.Rank;
        var strides = attributes.Get<long[]>("strides");
        var dilations = attributes.Get<long[]>("dilations");
        string format = attributes.Get<string>("data_format");
        CheckLength("strides", strides, rank);
        CheckLength("dilations", dilations, rank);
        int channel = ChannelAxis(format, rank);
        if (strides[0] != 1 || strides[channel] != 1 || dilations[0] != 1 || dilations[channel] != 1)
            throw new ShapeException("strides and dilations must be 1 along the batch and the channels");
        string padding = attributes.Get<string>("padding");
        var explicitPaddings = Explicit(attributes, padding, rank);
        int first = SpatialAxis(format);
        var windows = new WindowAxis[rank - 2];
        for (int i = 0; i < windows.Length; i++)
        {
            int axis = first + i;
            windows[i] = WindowAxis.Of(
                input[axis],
                filter[i],
                strides[axis],
                dilations[axis],
                padding,
                explicitPaddings[2 * axis],
                explicitPaddings[2 * axis + 1]
            );
        }
        return windows;
    }

    /// <summary>The windows of a dilation, for height and width.</summary>
    public static WindowAxis[] OfDilation(Shape input, Shape filter, Attributes attributes)
    {
        var strides = attributes.Get<long[]>("strides");
        var rates = attributes.Get<long[]>("rates");
        CheckLength("strides", strides, 4);
        CheckLength("rates", rates, 4);
        if (strides[0] != 1 || strides[3] != 1 || rates[0] != 1 || rates[3] != 1)
            throw new ShapeException("strides and rates must be 1 along the batch and the channels");
        string padding = attributes.Get<string>("padding");
        return
        [
            WindowAxis.Of(input[1], filter[0], strides[1], rates[1], padding),
            WindowAxis.Of(input[2], filter[1], strides[2], rates[2], padding),
        ];
    }

    /// <summary>The windows of patches, for height and width.</summary>
    public static WindowAxis[] OfPatches(Shape images, Attributes attributes)
    {
        var ksizes = attributes.Get<long[]>("ksizes");
        var strides = attributes.Get<long[]>("strides");
        var rates = attributes.Get<long[]>("rates");
        CheckLength("ksizes", ksizes, 4);
        CheckLength("strides", strides, 4);
        CheckLength("rates", rates, 4);
        foreach (int axis in (ReadOnlySpan<int>)[0, 3])
            if (ksizes[axis] != 1 || strides[axis] != 1 || rates[axis] != 1)
                throw new ShapeException("ksizes, strides and rates must be 1 along the batch and the channels");
        string padding = attributes.Get<string>("padding");
        return
        [
            WindowAxis.Of(images[1], ksizes[1], strides[1], rates[1], padding),
            WindowAxis.Of(images[2], ksizes[2], strides[2], rates[2], padding),
        ];
    }

    /// <summary>A shape in a data format.</summary>
    public static Shape Join(string dataFormat, long batch, IEnumerable<long> spatial, long channels) =>
        dataFormat.StartsWith("NC", StringComparison.Ordinal)
            ? Shape.Of([batch, channels, .. spatial])
            : Shape.Of([batch, .. spatial, channels]);

    private static long[] Explicit(Attributes attributes, string padding, int rank)
    {
        if (padding != "EXPLICIT")
            return new long[2 * rank];
        var paddings = attributes.Get<long[]>("explicit_paddings");
        CheckLength("explicit_paddings", paddings, 2 * rank);
        return paddings;
    }

    private static void CheckLength(string attribute, long[] values, int length)
    {
        if (values.Length != length)
            throw new ShapeException($"the attribute {attribute} must have {length} elements, but it has {values.Length}");
    }
}
