namespace KerasSharp.Tests.Conformance;

/// <summary>Convolution by its definition in float64, over three spatial axes; fewer are given with lengths of one in front.</summary>
/// <param name="input">Batch, three lengths, channels.</param>
/// <param name="filter">Three lengths, channels of a group, filters.</param>
/// <param name="stride">Three steps of the window.</param>
/// <param name="before">Three paddings before.</param>
/// <param name="dilation">Three distances of the taps.</param>
/// <param name="output">Three lengths of the output.</param>
internal sealed class NaiveConvolution(int[] input, int[] filter, int[] stride, int[] before, int[] dilation, int[] output)
{
    public double[] Forward(double[] x, double[] w)
    {
        var y = new double[input[0] * output[0] * output[1] * output[2] * filter[4]];
        Visit((o, i, f) => y[o] += x[i] * w[f]);
        return y;
    }

    public double[] InputGradient(double[] dy, double[] w)
    {
        var dx = new double[input.Aggregate(1, (a, b) => a * b)];
        Visit((o, i, f) => dx[i] += dy[o] * w[f]);
        return dx;
    }

    public double[] FilterGradient(double[] dy, double[] x)
    {
        var dw = new double[filter.Aggregate(1, (a, b) => a * b)];
        Visit((o, i, f) => dw[f] += dy[o] * x[i]);
        return dw;
    }

    private void Visit(Action<int, int, int> visit)
    {
        int taps = filter[0] * filter[1] * filter[2];
        int pixels = output[0] * output[1] * output[2];
        for (int image = 0; image < input[0]; image++)
        for (int pixel = 0; pixel < pixels; pixel++)
        for (int tap = 0; tap < taps; tap++)
            if (InputPixel(pixel, tap) is >= 0 and var at)
                VisitChannels(image * pixels + pixel, image * input[1] * input[2] * input[3] + at, tap, visit);
    }

    private int InputPixel(int pixel, int tap)
    {
        int[] position = Split(pixel, output);
        int[] offset = Split(tap, filter);
        int flat = 0;
        for (int i = 0; i < 3; i++)
        {
            int at = position[i] * stride[i] + offset[i] * dilation[i] - before[i];
            if (at < 0 || at >= input[i + 1])
                return -1;
            flat = flat * input[i + 1] + at;
        }
        return flat;
    }

    private void VisitChannels(int outputPixel, int inputPixel, int tap, Action<int, int, int> visit)
    {
        int filters = filter[4];
        int depth = filter[3];
        int filtersOfGroup = filters / (input[4] / depth);
        for (int o = 0; o < filters; o++)
        for (int c = 0; c < depth; c++)
            visit(outputPixel * filters + o, inputPixel * input[4] + o / filtersOfGroup * depth + c, (tap * depth + c) * filters + o);
    }

    private static int[] Split(int flat, int[] sizes) => [flat / (sizes[1] * sizes[2]), flat / sizes[2] % sizes[1], flat % sizes[2]];
}
