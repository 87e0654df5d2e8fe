using KerasSharp.Engines.Torch.Numerics;

namespace KerasSharp.Engines.Torch.Tests.Numerics;

public sealed unsafe class SoftmaxTests
{
    [Test]
    public void AgreesWithFloat64([Values(1, 3, 10, 16, 37)] int classes)
    {
        const int rows = 5;
        float[] logits = Values(rows * classes);
        float[] softmax = new float[logits.Length];
        float[] log = new float[logits.Length];
        fixed (
            float* x = logits,
                y = softmax,
                z = log
        )
        {
            SoftmaxRows.Softmax(x, y, classes, 2, rows);
            SoftmaxRows.Softmax(x, y, classes, 0, 2);
            SoftmaxRows.LogSoftmax(x, z, classes, 0, rows);
        }

        double[] expected = Exact(logits, classes);
        Assert.That(softmax, Is.EqualTo(expected).Within(1e-6));
        Assert.That(log, Is.EqualTo(expected.Select(value => Math.Log(value))).Within(1e-5));
    }

    [Test]
    public void SoftmaxGradientIsTheDerivative()
    {
        const int classes = 19;
        float[] logits = Values(2 * classes);
        float[] gradient = [.. Values(2 * classes).Reverse()];
        float[] softmax = new float[logits.Length];
        float[] result = new float[logits.Length];
        fixed (
            float* x = logits,
                y = softmax,
                g = gradient,
                to = result
        )
        {
            SoftmaxRows.Softmax(x, y, classes, 0, 2);
            SoftmaxRows.SoftmaxGradient(y, g, to, classes, 0, 2);
        }

        for (int i = 0; i < logits.Length; i++)
        {
            Assert.That(result[i], Is.EqualTo(Slope(logits, classes, i, gradient)).Within(1e-4));
        }
    }

    [Test]
    public void SparseAndDenseCrossEntropy([Values(2, 10, 33)] int classes)
    {
        const int rows = 4;
        float[] logits = Values(rows * classes);
        int[] labels = [0, classes - 1, 1, classes / 2];
        float[] oneHot = new float[logits.Length];
        for (int i = 0; i < rows; i++)
        {
            oneHot[i * classes + labels[i]] = 1;
        }

        float[] sparseLoss = new float[rows];
        float[] denseLoss = new float[rows];
        float[] sparse = new float[logits.Length];
        float[] dense = new float[logits.Length];
        fixed (
            float* x = logits,
                l1 = sparseLoss,
                l2 = denseLoss,
                g1 = sparse,
                g2 = dense,
                hot = oneHot
        )
        fixed (int* label = labels)
        {
            SoftmaxCrossEntropyRows.Sparse(x, label, l1, g1, classes, 0, rows);
            SoftmaxCrossEntropyRows.Dense(x, hot, l2, g2, classes, 0, rows);
        }

        double[] exact = Exact(logits, classes);
        Assert.That(sparseLoss, Is.EqualTo(labels.Select((label, i) => -Math.Log(exact[i * classes + label]))).Within(1e-5));
        Assert.That(denseLoss, Is.EqualTo(sparseLoss).Within(1e-5));
        Assert.That(sparse, Is.EqualTo(exact.Select((value, i) => value - oneHot[i])).Within(1e-6));
        Assert.That(dense, Is.EqualTo(sparse).Within(1e-6));
    }

    [TestCase(-1)]
    [TestCase(3)]
    public void LabelOutsideThrows(int label)
    {
        float[] room = new float[9];
        int[] labels = [label];
        Assert.That(
            () =>
            {
                fixed (float* x = room)
                fixed (int* given = labels)
                {
                    SoftmaxCrossEntropyRows.Sparse(x, given, x + 3, x + 6, 3, 0, 1);
                }
            },
            Throws.ArgumentException.With.Message.Contains($"Label {label}")
        );
    }

    private static float[] Values(int count)
    {
        var random = new Random(count);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() * 8 - 4)];
    }

    private static double[] Exact(float[] logits, int classes) =>
        [.. logits.Chunk(classes).SelectMany(row => row.Select(x => Math.Exp(x) / row.Sum(value => Math.Exp(value))))];

    private static double Slope(float[] logits, int classes, int index, float[] weights)
    {
        const float step = 1e-2f;
        float[] up = [.. logits];
        float[] down = [.. logits];
        up[index] += step;
        down[index] -= step;
        return Exact(up, classes).Zip(Exact(down, classes), (a, b) => a - b).Zip(weights, (a, b) => a * b).Sum()
            / ((double)up[index] - down[index]);
    }
}
