using System.Numerics;

namespace KerasSharp.Engines.Torch.Kernels.Neural;

/// <summary>Softmax cross entropy of single rows of any floating type.</summary>
internal static unsafe class CrossEntropyRows
{
    /// <summary>The greatest logit of a row and the logarithm of the sum of exp(x - greatest).</summary>
    public static (T Maximum, T LogSum) Normalizer<T>(T* logits, long classes, long step)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var maximum = T.NegativeInfinity;
        for (long i = 0; i < classes; i++)
            maximum = T.Max(maximum, logits[i * step]);
        var sum = T.Zero;
        for (long i = 0; i < classes; i++)
            sum += T.Exp(logits[i * step] - maximum);
        return (maximum, T.Log(sum));
    }

    /// <summary>The loss against label weights, and softmax - labels into <paramref name="gradient"/>.</summary>
    public static T Dense<T>(T* logits, long logitStep, T* labels, long labelStep, T* gradient, long classes)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (maximum, logSum) = Normalizer(logits, classes, logitStep);
        var loss = T.Zero;
        for (long i = 0; i < classes; i++)
        {
            var (logit, label) = (logits[i * logitStep] - maximum - logSum, labels[i * labelStep]);
            loss -= label == T.Zero ? T.Zero : label * logit;
            gradient[i] = T.Exp(logit) - label;
        }
        return loss;
    }

    /// <summary>The loss against a class, and softmax - one_hot(class) into <paramref name="gradient"/>.</summary>
    public static T Sparse<T>(T* logits, long label, T* gradient, long classes)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var (maximum, logSum) = Normalizer(logits, classes, 1);
        var loss = logSum - (logits[label] - maximum);
        for (long i = 0; i < classes; i++)
            gradient[i] = T.Exp(logits[i] - maximum - logSum);
        gradient[label] -= T.One;
        return loss;
    }
}
