using KerasSharp.Gradients;
using KerasSharp.Ops;
using NumSharp;

namespace KerasSharp.Engines.Torch.Tests.Kernels;

/// <summary>
/// Convolutions and their gradients against sums written out in float64.
/// Layouts that oneDNN gets wrong (one channel, several filters a channel) are among them.
/// </summary>
public sealed class ConvolutionTests
{
    private static readonly TorchEngine Engine = new();

    [Test]
    public void Conv2D(
        [Values(1, 2, 16)] int channels,
        [Values(1, 3)] int filters,
        [Values(1, 3)] int batch,
        [Values(1, 2)] int stride,
        [Values("SAME", "VALID")] string padding
    ) => Check(channels, filters, batch, stride, padding, false);

    [Test]
    public void Depthwise(
        [Values(1, 2, 16)] int channels,
        [Values(1, 3)] int multiplier,
        [Values(1, 3)] int batch,
        [Values(1, 2)] int stride,
        [Values("SAME", "VALID")] string padding
    ) => Check(channels, multiplier, batch, stride, padding, true);

    private static void Check(int channels, int filters, int batch, int stride, string padding, bool isDepthwise)
    {
        const int height = 6;
        const int width = 5;
        var random = new Random(1);
        var x = Draw(random, batch, height, width, channels);
        var f = Draw(random, 3, 2, channels, filters);
        var input = Op.Placeholder(DType.Float32, Shape.Of(x.shape));
        var filter = Op.Placeholder(DType.Float32, Shape.Of(f.shape));
        long[] strides = [1, stride, stride, 1];
        var output = isDepthwise ? Op.DepthwiseConv2dNative(input, filter, strides, padding) : Op.Conv2D(input, filter, strides, padding);
        var g = Draw(random, [.. output.Shape.ToArray().Select(dim => (int)dim)]);
        var cotangent = Op.Constant(g);
        var gradients = GradientBuilder.Gradients([output], [input, filter], [cotangent]);
        using var executable = Engine.Compile([input, filter], [output, gradients[0]!, gradients[1]!], []);
        var results = executable.Run([x, f]);

        int top = padding == "SAME" ? Math.Max(0, ((height + stride - 1) / stride - 1) * stride + 3 - height) / 2 : 0;
        int left = padding == "SAME" ? Math.Max(0, ((width + stride - 1) / stride - 1) * stride + 2 - width) / 2 : 0;
        var (rows, columns, depth) = ((int)output.Shape[1], (int)output.Shape[2], (int)output.Shape[3]);
        float[] xs = x.ToArray<float>();
        float[] fs = f.ToArray<float>();
        float[] gs = g.ToArray<float>();
        var expected = new double[gs.Length];
        var dx = new double[xs.Length];
        var df = new double[fs.Length];
        for (int cell = 0; cell < gs.Length; cell++)
        for (int tap = 0; tap < 3 * 2 * channels; tap++)
        {
            int o = cell % depth;
            int c = tap % channels;
            if (isDepthwise && o / filters != c)
                continue;
            int h = cell / depth / columns % rows * stride - top + tap / channels / 2;
            int w = cell / depth % columns * stride - left + tap / channels % 2;
            if (h < 0 || h >= height || w < 0 || w >= width)
                continue;
            int at = ((cell / (depth * columns * rows) * height + h) * width + w) * channels + c;
            int weight = tap * filters + (isDepthwise ? o % filters : o);
            expected[cell] += xs[at] * fs[weight];
            dx[at] += gs[cell] * fs[weight];
            df[weight] += gs[cell] * xs[at];
        }
        Assert.Multiple(() =>
        {
            Assert.That(results[0].ToArray<float>(), Is.EqualTo(expected).Within(1e-4), "output");
            Assert.That(results[1].ToArray<float>(), Is.EqualTo(dx).Within(1e-4), "input gradient");
            Assert.That(results[2].ToArray<float>(), Is.EqualTo(df).Within(1e-3), "filter gradient");
        });
    }

    private static NDArray Draw(Random random, params int[] shape)
    {
        var values = new float[shape.Aggregate(1, (x, y) => x * y)];
        for (int i = 0; i < values.Length; i++)
            values[i] = (float)(random.NextDouble() * 2 - 1);
        return np.array(values).reshape(shape);
    }
}
