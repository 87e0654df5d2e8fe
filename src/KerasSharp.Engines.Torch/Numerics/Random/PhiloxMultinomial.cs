namespace KerasSharp.Engines.Torch.Numerics;

/// <summary>Multinomial and StatelessMultinomial: class indices drawn by unnormalised log-probabilities.</summary>
internal static class PhiloxMultinomial
{
    /// <summary>
    /// Draws <paramref name="samples"/> indices for each row of <paramref name="logits"/> [rows, classes] into
    /// <paramref name="target"/> [rows, samples]. Classes whose logit is not finite are never drawn.
    /// </summary>
    public static void Fill(in Philox generator, ReadOnlySpan<double> logits, int classes, int samples, Span<long> target)
    {
        var stream = new PhiloxStream(generator);
        double[] cumulative = new double[classes];
        for (int row = 0; row < logits.Length / classes; row++)
        {
            double total = Accumulate(logits.Slice(row * classes, classes), cumulative);
            foreach (ref long index in target.Slice(row * samples, samples))
            {
                index = UpperBound(cumulative, stream.NextDouble() * total);
            }
        }
    }

    private static double Accumulate(ReadOnlySpan<double> logits, double[] cumulative)
    {
        double maximum = double.MinValue;
        foreach (double logit in logits)
        {
            maximum = double.IsFinite(logit) ? Math.Max(maximum, logit) : maximum;
        }

        double total = 0;
        for (int i = 0; i < logits.Length; i++)
        {
            total += double.IsFinite(logits[i]) ? Math.Exp(logits[i] - maximum) : 0;
            cumulative[i] = total;
        }

        return total;
    }

    private static int UpperBound(double[] sorted, double value)
    {
        int low = 0;
        int high = sorted.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = sorted[middle] <= value ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
