using System.Runtime.Intrinsics;

namespace KerasSharp.Engines.Torch.Numerics;

/// <summary>
/// Softmax and log-softmax of float32 rows, each of <c>count</c> neighbours, for the rows <c>begin</c> to before <c>end</c>.
/// Source and target may be the same array.
/// </summary>
internal static unsafe class SoftmaxRows
{
    private const int Width = 16;

    /// <summary>e^x / sum of e^x.</summary>
    public static void Softmax(float* source, float* target, long count, long begin, long end)
    {
        if (count is > 0 and <= Width)
        {
            ShortSoftmax(source, target, (int)count, begin, end);
            return;
        }

        for (long row = begin; row < end && count > 0; row++)
        {
            float* to = target + row * count;
            float maximum = Maximum(source + row * count, count);
            float sum = Exponentials(source + row * count, to, maximum, count);
            Scale(to, 1 / sum, count);
        }
    }

    /// <summary>x - log sum of e^x.</summary>
    public static void LogSoftmax(float* source, float* target, long count, long begin, long end)
    {
        for (long row = begin; row < end && count > 0; row++)
        {
            float* from = source + row * count;
            float maximum = Maximum(from, count);
            Subtract(from, target + row * count, maximum, MathF.Log(Exponentials(from, null, maximum, count)), count);
        }
    }

    /// <summary>
    /// The input's gradient of softmax: y (g - sum of g y), from its output y and the output's gradient g.
    /// <paramref name="target"/> may be either.
    /// </summary>
    public static void SoftmaxGradient(float* output, float* gradient, float* target, long count, long begin, long end)
    {
        for (long row = begin; row < end && count > 0; row++)
        {
            float* y = output + row * count;
            float* g = gradient + row * count;
            float* to = target + row * count;
            var sum = Vector512.Create(Dot(y, g, count));
            long i = 0;
            for (; i <= count - Width; i += Width)
            {
                (Vector512.Load(y + i) * (Vector512.Load(g + i) - sum)).Store(to + i);
            }

            for (; i < count; i++)
            {
                to[i] = y[i] * (g[i] - sum[0]);
            }
        }
    }

    /// <summary>The greatest of a row; NaN where there is one.</summary>
    internal static float Maximum(float* row, long count) => Reduction.Contiguous<float, ReductionOperations.Maximum<float>>(row, count);

    /// <summary>Writes e^(x - maximum), unless <paramref name="target"/> is null, and returns the sum.</summary>
    internal static float Exponentials(float* source, float* target, float maximum, long count)
    {
        var sum = Vector512<float>.Zero;
        var shift = Vector512.Create(maximum);
        long i = 0;
        for (; i <= count - Width; i += Width)
        {
            Vector512<float> value = VectorExp.Exp(Vector512.Load(source + i) - shift);
            sum += value;
            if (target != null)
            {
                value.Store(target + i);
            }
        }

        if (i < count)
        {
            int rest = (int)(count - i);
            Vector512<float> value = VectorExp.Exp(VectorMap.LoadRest(source + i, rest, float.NegativeInfinity) - shift);
            sum += value;
            if (target != null)
            {
                value.StoreRest(target + i, rest);
            }
        }

        return Vector512.Sum(sum);
    }

    /// <summary>Multiplies a row by a number.</summary>
    internal static void Scale(float* row, float factor, long count)
    {
        var factors = Vector512.Create(factor);
        long i = 0;
        for (; i <= count - Width; i += Width)
        {
            (Vector512.Load(row + i) * factors).Store(row + i);
        }

        for (; i < count; i++)
        {
            row[i] *= factor;
        }
    }

    // A row that fits one vector is read and written once.
    private static void ShortSoftmax(float* source, float* target, int count, long begin, long end)
    {
        for (long row = begin; row < end; row++)
        {
            Vector512<float> x = VectorMap.LoadRest(source + row * count, count, float.NegativeInfinity);
            float maximum = Reduction.Across<float, ReductionOperations.Maximum<float>>(x);
            Vector512<float> y = VectorExp.Exp(x - Vector512.Create(maximum));
            (y * Vector512.Create(1 / Vector512.Sum(y))).StoreRest(target + row * count, count);
        }
    }

    private static void Subtract(float* source, float* target, float first, float second, long count)
    {
        long i = 0;
        for (; i <= count - Width; i += Width)
        {
            (Vector512.Load(source + i) - Vector512.Create(first) - Vector512.Create(second)).Store(target + i);
        }

        for (; i < count; i++)
        {
            target[i] = source[i] - first - second;
        }
    }

    private static float Dot(float* x, float* y, long count)
    {
        var sum = Vector512<float>.Zero;
        long i = 0;
        for (; i <= count - Width; i += Width)
        {
            sum = Vector512.FusedMultiplyAdd(Vector512.Load(x + i), Vector512.Load(y + i), sum);
        }

        float rest = 0;
        for (; i < count; i++)
        {
            rest += x[i] * y[i];
        }

        return Vector512.Sum(sum) + rest;
    }
}
