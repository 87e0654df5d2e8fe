namespace KerasSharp.Engines.Torch.Numerics;

/// <summary>One spatial axis of a pooling: sizes in cells, windows of output cell o from o * Stride - PadBefore.</summary>
internal readonly record struct PoolAxis(int Input, int Output, int Window, int Stride, int PadBefore)
{
    /// <summary>An axis that is not pooled.</summary>
    public static PoolAxis None { get; } = new(1, 1, 1, 1, 0);

    /// <summary>VALID padding: only whole windows.</summary>
    public static PoolAxis Valid(int input, int window, int stride) => Explicit(input, window, stride, 0, 0);

    /// <summary>SAME padding: ceil(input / stride) cells, the odd cell of padding after.</summary>
    public static PoolAxis Same(int input, int window, int stride)
    {
        Check(input, window, stride);
        int output = (input + stride - 1) / stride;
        int padding = int.Max(0, (output - 1) * stride + window - input);
        return new(input, output, window, stride, padding / 2);
    }

    /// <summary>EXPLICIT padding, in cells.</summary>
    public static PoolAxis Explicit(int input, int window, int stride, int padBefore, int padAfter)
    {
        Check(input, window, stride);
        if (padBefore < 0 || padAfter < 0 || padBefore >= window || padAfter >= window)
        {
            throw new ArgumentException($"Padding must be from 0 to below the window of {window}, but is {padBefore} and {padAfter}.");
        }

        int room = input + padBefore + padAfter - window;
        return new(input, room < 0 ? 0 : room / stride + 1, window, stride, padBefore);
    }

    /// <summary>The first input cell of the window of output cell <paramref name="output"/>, and the one after the last.</summary>
    public (int Begin, int End) Cells(int output)
    {
        int begin = output * Stride - PadBefore;
        return (int.Max(begin, 0), int.Min(begin + Window, Input));
    }

    private static void Check(int input, int window, int stride)
    {
        if (input < 0 || window < 1 || stride < 1)
        {
            throw new ArgumentException(
                $"A pooled axis needs a size of at least 0, a window and a stride of at least 1, but has {input}, {window}, {stride}."
            );
        }
    }
}
