using KerasSharp.Engines.Torch.Numerics;

namespace KerasSharp.Engines.Torch.Tests.Numerics;

/// <summary>Pooling against loops that follow the definition, and TensorFlow's own answers about NaN.</summary>
public sealed unsafe class PoolingTests
{
    private static readonly int[][] Shapes =
    [
        [2, 7, 6, 5, 19],
        [3, 1, 8, 9, 35],
        [1, 4, 4, 4, 3],
        [2, 1, 1, 11, 1],
    ];

    private static IEnumerable<PoolGeometry> Geometries()
    {
        foreach (int[] shape in Shapes)
        {
            foreach ((string padding, int window, int stride) in new[] { ("VALID", 2, 2), ("SAME", 3, 2), ("SAME", 3, 1), ("VALID", 1, 3) })
            {
                int[] windows = [1, .. shape[1..4].Select(size => int.Min(window, size)), 1];
                yield return PoolGeometryFactory.Create(shape, windows, [1, stride, stride, stride, 1], padding);
            }
        }
    }

    [TestCaseSource(nameof(Geometries))]
    public void MaxAndItsGradient(object given)
    {
        var geometry = (PoolGeometry)given;
        float[] input = Values(geometry.Batch * geometry.InputStride, 1);
        float[] gradient = Values(geometry.Batch * geometry.OutputStride, 2);
        float[] output = new float[gradient.Length];
        long[] argmax = new long[gradient.Length];
        float[] result = new float[input.Length];
        float[] scattered = new float[input.Length];
        fixed (
            float* x = input,
                y = output,
                dy = gradient,
                dx = result,
                ds = scattered
        )
        fixed (long* where = argmax)
        {
            int middle = geometry.Rows / 2;
            MaxPool.Forward(geometry, x, y, 0, middle);
            MaxPool.Forward(geometry, x, y, middle, geometry.Rows);
            MaxPoolArgmax.Forward(geometry, x, null, where, true, 0, geometry.Rows);
            MaxPoolGradient.Run(geometry, x, dy, dx, true, 0, geometry.Batch);
            MaxPoolGradient.Scatter(geometry, dy, where, ds, true, 0, geometry.Batch);
        }

        float[] expected = new float[output.Length];
        float[] expectedGradient = new float[input.Length];
        for (long i = 0; i < output.Length; i++)
        {
            long best = Cells(geometry, i).OrderByDescending(cell => input[cell]).ThenBy(cell => cell).First();
            expected[i] = input[best];
            expectedGradient[best] += gradient[i];
        }

        Assert.That(output, Is.EqualTo(expected));
        Assert.That(result, Is.EqualTo(expectedGradient).Within(1e-6));
        Assert.That(scattered, Is.EqualTo(expectedGradient).Within(1e-6));
    }

    [TestCaseSource(nameof(Geometries))]
    public void AverageAndItsGradient(object given)
    {
        var geometry = (PoolGeometry)given;
        float[] input = Values(geometry.Batch * geometry.InputStride, 1);
        float[] gradient = Values(geometry.Batch * geometry.OutputStride, 2);
        float[] output = new float[gradient.Length];
        float[] result = new float[input.Length];
        fixed (
            float* x = input,
                y = output,
                dy = gradient,
                dx = result
        )
        {
            AveragePool.Forward(geometry, x, y, 0, geometry.Rows);
            AveragePool.Gradient(geometry, dy, dx, 0, geometry.Batch);
        }

        float[] expected = new float[output.Length];
        float[] expectedGradient = new float[input.Length];
        for (long i = 0; i < output.Length; i++)
        {
            long[] cells = [.. Cells(geometry, i)];
            expected[i] = cells.Average(cell => input[cell]);
            foreach (long cell in cells)
            {
                expectedGradient[cell] += gradient[i] / cells.Length;
            }
        }

        Assert.That(output, Is.EqualTo(expected).Within(1e-6));
        Assert.That(result, Is.EqualTo(expectedGradient).Within(1e-5));
    }

    // TensorFlow 2.21's answers for windows of two.
    [TestCase(1)]
    [TestCase(16)]
    public void NaNIsIgnoredAsTensorFlowDoes(int channels)
    {
        const float nan = float.NaN;
        const float low = float.NegativeInfinity;
        float[] row = [nan, nan, nan, nan, nan, 1, 2, nan, 1, nan, low, low, 1, nan, nan, 2];
        float[] input = [.. row.SelectMany(value => Enumerable.Repeat(value, channels))];
        var geometry = new PoolGeometry(1, PoolAxis.None, PoolAxis.None, PoolAxis.Valid(16, 2, 2), channels);
        float[] output = new float[8 * channels];
        float[] argmaxOutput = new float[8 * channels];
        int[] argmax = new int[8 * channels];
        float[] ones = [.. Enumerable.Repeat(1f, output.Length)];
        float[] flat = new float[input.Length];
        float[] solid = new float[input.Length];
        fixed (
            float* x = input,
                y = output,
                ya = argmaxOutput,
                dy = ones,
                d2 = flat,
                d3 = solid
        )
        fixed (int* where = argmax)
        {
            MaxPool.Forward(geometry, x, y, 0, 1);
            MaxPoolArgmax.Forward(geometry, x, ya, where, false, 0, 1);
            MaxPoolGradient.Run(geometry, x, dy, d2, true, 0, 1);
            MaxPoolGradient.Run(geometry, x, dy, d3, false, 0, 1);
        }

        Assert.That(Channel(output, channels), Is.EqualTo(new[] { float.MinValue, float.MinValue, 1, 2, 1, float.MinValue, 1, 2 }));
        Assert.That(Channel(argmaxOutput, channels), Is.EqualTo(new[] { nan, nan, nan, 2, 1, low, 1, nan }));
        Assert.That(Channel(flat, channels), Is.EqualTo(new[] { 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0 }));
        Assert.That(Channel(solid, channels), Is.EqualTo(new[] { 0, 0, 0, 0, 0, 1, 1, 0, 1, 0, 0, 0, 1, 0, 0, 1 }));
    }

    [Test]
    public void ExplicitPaddingAndChannelWindows()
    {
        var padded = PoolGeometryFactory.Create([1, 4, 5, 2], [1, 2, 3, 1], [1, 1, 2, 1], "EXPLICIT", [0, 0, 1, 0, 2, 1, 0, 0]);
        Assert.That(padded.Height, Is.EqualTo(new PoolAxis(4, 4, 2, 1, 1)));
        Assert.That(padded.Width, Is.EqualTo(new PoolAxis(5, 3, 3, 2, 2)));

        var channels = PoolGeometryFactory.Create([2, 3, 3, 4], [1, 1, 1, 2], [1, 1, 1, 2], "VALID");
        Assert.That((channels.Batch, channels.Width.Output, channels.Channels), Is.EqualTo((18, 2, 1)));
    }

    [Test]
    public void BadGeometryThrows()
    {
        Assert.That(() => PoolAxis.Valid(4, 0, 1), Throws.ArgumentException);
        Assert.That(() => PoolAxis.Explicit(4, 2, 1, 2, 0), Throws.ArgumentException);
        Assert.That(
            () => PoolGeometryFactory.Create([1, 4, 4, 1], [2, 2, 2, 1], [1, 2, 2, 1], "VALID"),
            Throws.TypeOf<NotSupportedException>()
        );
        Assert.That(() => PoolGeometryFactory.Create([1, 4, 4, 1], [1, 2, 2, 1], [1, 2, 2, 1], "FULL"), Throws.ArgumentException);
    }

    private static float[] Channel(float[] values, int channels) => [.. values.Where((_, i) => i % channels == channels - 1)];

    // Few different values, so that there are ties.
    private static float[] Values(long count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, (int)count).Select(_ => random.Next(-20, 20) / 4f)];
    }

    private static IEnumerable<long> Cells(PoolGeometry g, long output)
    {
        long channel = output % g.Channels;
        long cell = output / g.Channels;
        long w = cell % g.Width.Output;
        long h = cell / g.Width.Output % g.Height.Output;
        long d = cell / g.Width.Output / g.Height.Output % g.Depth.Output;
        long picture = cell / g.Width.Output / g.Height.Output / g.Depth.Output;
        foreach (long z in Axis(g.Depth, d))
        {
            foreach (long y in Axis(g.Height, h))
            {
                foreach (long x in Axis(g.Width, w))
                {
                    yield return (((picture * g.Depth.Input + z) * g.Height.Input + y) * g.Width.Input + x) * g.Channels + channel;
                }
            }
        }
    }

    private static IEnumerable<long> Axis(PoolAxis axis, long output) =>
        Enumerable.Range(0, axis.Window).Select(i => output * axis.Stride - axis.PadBefore + i).Where(i => i >= 0 && i < axis.Input);
}
