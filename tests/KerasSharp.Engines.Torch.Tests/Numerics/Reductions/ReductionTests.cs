using System.Numerics;
using KerasSharp.Engines.Torch.Numerics;

namespace KerasSharp.Engines.Torch.Tests.Numerics;

public sealed unsafe class ReductionTests
{
    private static readonly (int[] Shape, int[] Axes)[] Cases =
    [
        ([7], [0]),
        ([70000], [0]),
        ([9, 40], [1]),
        ([9, 40], [0]),
        ([9, 133], [-2]),
        ([500, 3], [0]),
        ([5, 6, 7], [1]),
        ([5, 6, 7], [0, 2]),
        ([4, 5, 6, 70], [1, 3]),
        ([4, 5, 6, 70], [0, 2]),
        ([4, 1, 6, 1], [1, 2]),
        ([3, 300, 2, 20], [1, 2]),
        ([2, 3], []),
        ([], []),
        ([0, 3], [0]),
        ([3, 0], [0]),
        ([2, 0, 3], [1]),
    ];

    [Test]
    public void AgreesWithLoops([Range(0, 16)] int index)
    {
        Check<float, ReductionOperations.Sum<float>>(index, 0, (a, b) => a + b, 1e-5);
        Check<float, ReductionOperations.Maximum<float>>(index, double.NegativeInfinity, Math.Max, 0);
        Check<float, ReductionOperations.Minimum<float>>(index, double.PositiveInfinity, Math.Min, 0);
        Check<double, ReductionOperations.Sum<double>>(index, 0, (a, b) => a + b, 1e-13);
        Check<int, ReductionOperations.Sum<int>>(index, 0, (a, b) => a + b, 0);
        Check<int, ReductionOperations.Maximum<int>>(index, int.MinValue, Math.Max, 0);
        Check<short, ReductionOperations.Minimum<short>>(index, short.MaxValue, Math.Min, 0);
        Check<byte, ReductionOperations.Maximum<byte>>(index, 0, Math.Max, 0);
    }

    [Test]
    public void ProductOfFew()
    {
        float[] source = [2, -3, 4, 0.5f, 1, 5];
        float[] target = new float[2];
        fixed (
            float* from = source,
                to = target
        )
        {
            Reduction.Run<float, ReductionOperations.Product<float>>(ReductionPlan.Create([2, 3], (int[])[1]), from, to, 0, 2);
        }

        Assert.That(target, Is.EqualTo(new[] { -24f, 2.5f }));
    }

    [Test]
    public void LongSumsKeepTheirDigits()
    {
        const int count = 1 << 22;
        float[] source = new float[count];
        Array.Fill(source, 0.1f);
        float[] sum = new float[2];
        float[] whole = new float[1];
        fixed (
            float* from = source,
                to = sum,
                all = whole
        )
        {
            Reduction.Run<float, ReductionOperations.Sum<float>>(ReductionPlan.Create([count], (int[])[0]), from, all, 0, 1);
            Reduction.Mean(ReductionPlan.Create([count / 2, 2], (int[])[0]), from, to, 0, 1);
        }

        Assert.That(sum[0], Is.EqualTo(0.1f).Within(1e-6));
        Assert.That(whole[0], Is.EqualTo(count * 0.1).Within(1));
    }

    [TestCase(3)]
    [TestCase(40)]
    public void NaNPropagates(int position)
    {
        float[] source = [.. Enumerable.Range(0, 50).Select(i => (float)i)];
        source[position] = float.NaN;
        float[] target = new float[50];
        fixed (
            float* from = source,
                to = target
        )
        {
            Reduction.Run<float, ReductionOperations.Maximum<float>>(ReductionPlan.Create([50], (int[])[0]), from, to, 0, 1);
            Reduction.Run<float, ReductionOperations.Minimum<float>>(ReductionPlan.Create([50], (int[])[0]), from, to + 1, 0, 1);
            Reduction.Run<float, ReductionOperations.Maximum<float>>(ReductionPlan.Create([2, 25], (int[])[0]), from, to + 2, 0, 25);
        }

        Assert.That(target[0], Is.NaN);
        Assert.That(target[1], Is.NaN);
        Assert.That(target.Skip(2).Take(25).Count(float.IsNaN), Is.EqualTo(1));
    }

    [Test]
    public void MeanOfNothingIsNaN()
    {
        float target = 0;
        Reduction.Mean(ReductionPlan.Create([0], (int[])[0]), &target, &target, 0, 1);
        Assert.That(target, Is.NaN);
    }

    [Test]
    public void AxisOutsideThrows() =>
        Assert.That(() => ReductionPlan.Create([2, 3], (int[])[2]), Throws.ArgumentException.With.Message.Contains("rank 2"));

    // TensorFlow 2.21's answers.
    [Test]
    public void ArgReductionsIgnoreNaN()
    {
        const float n = float.NaN;
        const float inf = float.PositiveInfinity;
        float[] source = [n, 1, 2, 1, n, 2, n, n, n, -inf, n, -inf, n, -inf, n, n, -3, -2, 1, n, 0, inf, n, inf, n, inf, inf];
        int[] greatest = new int[9];
        long[] smallest = new long[9];
        fixed (float* from = source)
        fixed (int* most = greatest)
        fixed (long* least = smallest)
        {
            ArgReduction.Max(from, most, 3, 1, 0, 9);
            ArgReduction.Min(from, least, 3, 1, 0, 4);
            ArgReduction.Min(from, least, 3, 1, 4, 9);
        }

        Assert.That(greatest, Is.EqualTo(new[] { 2, 2, 0, 0, 0, 2, 0, 0, 1 }));
        Assert.That(smallest, Is.EqualTo(new[] { 1, 0, 0, 0, 1, 1, 2, 0, 0 }));
    }

    [Test]
    public void ArgReductionAlongAMiddleAxisTakesTheFirstOfEquals()
    {
        int[] source = [1, 5, 3, 5, 3, 2, 9, 0, 9, 0, 1, 0];
        int[] greatest = new int[4];
        fixed (
            int* from = source,
                to = greatest
        )
        {
            ArgReduction.Max(from, to, 3, 2, 0, 4);
        }

        Assert.That(greatest, Is.EqualTo(new[] { 1, 0, 0, 0 }));
    }

    private static void Check<T, TOperation>(int index, double identity, Func<double, double, double> combine, double tolerance)
        where T : unmanaged, INumber<T>
        where TOperation : struct, IReduction<T>
    {
        (int[] shape, int[] axes) = Cases[index];
        var random = new Random(index);
        int count = shape.Aggregate(1, (a, b) => a * b);
        T[] source = [.. Enumerable.Range(0, count).Select(_ => T.CreateTruncating(random.Next(0, 100)))];
        var plan = ReductionPlan.Create(shape, axes);
        T[] target = new T[plan.OutputCount + 1];
        fixed (
            T* from = source,
                to = target
        )
        {
            long middle = plan.OutputCount / 3;
            Reduction.Run<T, TOperation>(plan, from, to, middle, plan.OutputCount);
            Reduction.Run<T, TOperation>(plan, from, to, 0, middle);
        }

        double[] expected = Loop(shape, axes, source, identity, combine);
        double[] got = [.. target.Take((int)plan.OutputCount).Select(double.CreateTruncating)];
        Assert.That(got, Has.Length.EqualTo(expected.Length));
        for (int i = 0; i < got.Length; i++)
        {
            Assert.That(got[i], Is.EqualTo(expected[i]).Within(Margin(tolerance, expected[i])), typeof(TOperation).Name);
        }
    }

    private static double[] Loop<T>(int[] shape, int[] axes, T[] source, double identity, Func<double, double, double> combine)
        where T : INumber<T>
    {
        bool[] reduced = new bool[shape.Length];
        Array.ForEach(axes, axis => reduced[axis < 0 ? axis + shape.Length : axis] = true);
        int outputs = shape.Where((_, i) => !reduced[i]).Aggregate(1, (a, b) => a * b);
        double[] result = [.. Enumerable.Repeat(identity, outputs)];
        for (int i = 0; i < source.Length; i++)
        {
            int rest = i;
            int output = 0;
            int stride = 1;
            for (int axis = shape.Length - 1; axis >= 0; axis--)
            {
                output += reduced[axis] ? 0 : rest % shape[axis] * stride;
                stride *= reduced[axis] ? 1 : shape[axis];
                rest /= shape[axis];
            }

            result[output] = combine(result[output], double.CreateTruncating(source[i]));
        }

        return result;
    }

    private static double Margin(double tolerance, double value) => double.IsFinite(value) ? tolerance * Math.Max(1, Math.Abs(value)) : 0;
}
