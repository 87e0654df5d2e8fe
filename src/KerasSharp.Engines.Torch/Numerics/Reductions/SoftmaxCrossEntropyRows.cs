using System.Numerics;

namespace KerasSharp.Engines.Torch.Numerics;

/// <summary>
/// Cross entropy of softmax for float32 rows of <c>classes</c> logits, with its gradient softmax - labels, for the rows
/// <c>begin</c> to before <c>end</c>. The gradient may be the logits' own array.
/// </summary>
internal static unsafe class SoftmaxCrossEntropyRows
{
    /// <summary>
    /// SparseSoftmaxCrossEntropyWithLogits: one class index a row.
    /// </summary>
    /// <exception cref="ArgumentException">A label is not a class.</exception>
    public static void Sparse<TLabel>(float* logits, TLabel* labels, float* loss, float* gradient, long classes, long begin, long end)
        where TLabel : unmanaged, IBinaryInteger<TLabel>
    {
        for (long row = begin; row < end; row++)
        {
            long label = long.CreateSaturating(labels[row]);
            if ((ulong)label >= (ulong)classes)
            {
                throw new ArgumentException(
                    $"Label {label} of row {row} is not one of the {classes} classes; labels go from 0 to {classes - 1}."
                );
            }

            float* from = logits + row * classes;
            float* to = gradient + row * classes;
            float maximum = SoftmaxRows.Maximum(from, classes);
            float chosen = from[label] - maximum;
            float sum = SoftmaxRows.Exponentials(from, to, maximum, classes);
            loss[row] = MathF.Log(sum) - chosen;
            SoftmaxRows.Scale(to, 1 / sum, classes);
            to[label] -= 1;
        }
    }

    /// <summary>SoftmaxCrossEntropyWithLogits: a row of label weights for each row of logits.</summary>
    public static void Dense(float* logits, float* labels, float* loss, float* gradient, long classes, long begin, long end)
    {
        for (long row = begin; row < end; row++)
        {
            float* from = logits + row * classes;
            float* target = labels + row * classes;
            float* to = gradient + row * classes;
            float maximum = SoftmaxRows.Maximum(from, classes);
            float sum = SoftmaxRows.Exponentials(from, null, maximum, classes);
            float logSum = MathF.Log(sum);
            float total = 0;
            for (long i = 0; i < classes; i++)
            {
                total += target[i] == 0 ? 0 : target[i] * (logSum - (from[i] - maximum));
            }

            loss[row] = total;
            SoftmaxRows.Exponentials(from, to, maximum, classes);
            Finish(to, target, 1 / sum, classes);
        }
    }

    private static void Finish(float* row, float* labels, float factor, long count)
    {
        for (long i = 0; i < count; i++)
        {
            row[i] = row[i] * factor - labels[i];
        }
    }
}
