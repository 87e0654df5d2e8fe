using KerasSharp.Engines;
using KerasSharp.Gradients;
using KerasSharp.Ops;
using NumSharp;

namespace KerasSharp.Tests.Conformance;

/// <summary>
/// Convolutions and their gradients of many sizes against the definition: below, at and above the tiles of the Torch engine's own convolution,
/// and those that oneDNN does in either engine (few images, groups, three axes), of which it gets some wrong.
/// </summary>
public sealed class ConvolutionShapeTests
{
    [Test]
    public void Images(
        [Values(1, 4)] int batch,
        [Values(1, 3, 16)] int channels,
        [Values(5, 32, 40)] int filters,
        [Values(1, 3)] int size,
        [Values(1, 2)] int step,
        [Values(1, 2)] int dilation,
        [Values("SAME", "VALID")] string padding
    ) => Check([batch, 9, 8, channels], [size, size, channels, filters], step, dilation, padding);

    /// <summary>A stride beside a filter of one element, for which oneDNN wrote past its memory.</summary>
    [Test]
    public void PointwiseWithStride([Values(1, 2, 16)] int channels, [Values(1, 2)] int groups, [Values(1, 32)] int batch)
    {
        Check([batch, 9, 7, channels * groups], [1, 1, channels, 4 * groups], 2, 1, "VALID");
        Check([batch, 5, 6, 7, channels], [1, 1, 1, channels, 4], 2, 1, "VALID");
    }

    [Test]
    public void Volumes([Values(1, 3)] int channels, [Values(1, 2)] int step, [Values("SAME", "VALID")] string padding) =>
        Check([2, 5, 6, 7, channels], [3, 2, 3, channels, 4], step, 1, padding);

    [Test]
    public void Float64([Values(1, 3)] int size, [Values(1, 2)] int step) =>
        Check([4, 9, 8, 3], [size, size, 3, 5], step, 1, "SAME", DType.Float64);

    private static void Check(int[] input, int[] filter, int step, int dilation, string padding, DType dtype = DType.Float32)
    {
        int axes = input.Length - 2;
        var x = Op.Placeholder(dtype, Shape.Of([.. input.Select(n => (long)n)]));
        var w = Op.Placeholder(dtype, Shape.Of([.. filter.Select(n => (long)n)]));
        long[] strides = Steps(step, axes);
        long[] dilations = Steps(dilation, axes);
        var y =
            axes == 2 ? Op.Conv2D(x, w, strides, padding, dilations: dilations) : Op.Conv3D(x, w, strides, padding, dilations: dilations);
        var dy = Op.Placeholder(dtype, y.Shape);
        var gradients = GradientBuilder.Gradients([y], [x, w], [dy]);
        using var executable = Engine.Current.Compile([x, w, dy], [y, gradients[0]!, gradients[1]!], []);
        var (xs, ws, dys) = (Draw(x.Shape, 1), Draw(w.Shape, 2), Draw(y.Shape, 3));
        var results = executable.Run([Value(xs, x), Value(ws, w), Value(dys, dy)]);
        var naive = Naive(input, filter, y.Shape, step, dilation, padding);
        Assert.Multiple(() =>
        {
            Assert.That(Doubles(results[0]), Is.EqualTo(naive.Forward(xs, ws)).Within(1e-4), "output");
            Assert.That(Doubles(results[1]), Is.EqualTo(naive.InputGradient(dys, ws)).Within(1e-4), "input gradient");
            Assert.That(Doubles(results[2]), Is.EqualTo(naive.FilterGradient(dys, xs)).Within(1e-3), "filter gradient");
        });
    }

    private static NaiveConvolution Naive(int[] input, int[] filter, Shape output, int step, int dilation, string padding)
    {
        int axes = input.Length - 2;
        int[] ones = [.. Enumerable.Repeat(1, 3 - axes)];
        var lengths = Enumerable.Range(0, axes).Select(axis => (int)output[axis + 1]);
        var before = lengths.Select((length, i) => Math.Max(0, (length - 1) * step + (filter[i] - 1) * dilation + 1 - input[i + 1]) / 2);
        return new NaiveConvolution(
            [input[0], .. ones, .. input[1..]],
            [.. ones, .. filter],
            [.. ones, .. Enumerable.Repeat(step, axes)],
            padding == "SAME" ? [.. ones.Select(_ => 0), .. before] : new int[3],
            [.. ones, .. Enumerable.Repeat(dilation, axes)],
            [.. ones, .. lengths]
        );
    }

    private static long[] Steps(int step, int axes) => [1, .. Enumerable.Repeat((long)step, axes), 1];

    private static double[] Draw(Shape shape, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, (int)shape.Size).Select(_ => (double)(float)(random.NextDouble() - 0.5))];
    }

    private static NDArray Value(double[] values, Tensor tensor)
    {
        int[] dims = [.. tensor.Shape.ToArray().Select(dim => (int)dim)];
        return tensor.DType == DType.Float64
            ? np.array(values).reshape(dims)
            : np.array(values.Select(v => (float)v).ToArray()).reshape(dims);
    }

    private static double[] Doubles(NDArray array) =>
        array.typecode == NPTypeCode.Double ? array.ToArray<double>() : [.. array.ToArray<float>().Select(value => (double)value)];
}
