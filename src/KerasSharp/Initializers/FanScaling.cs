using KerasSharp.Saving;

namespace KerasSharp.Initializers;

/// <summary>What VarianceScaling, Glorot, He and LeCun initializers share: a distribution whose width follows from the shape.</summary>
internal sealed class FanScaling
{
    /// <summary>The standard deviation of a standard normal distribution cut at ±2.</summary>
    private const double TruncatedStddev = 0.87962566103423978;

    private readonly double scale;
    private readonly string mode;
    private readonly string distribution;
    private readonly int[]? inputAxes;
    private readonly int[]? outputAxes;

    public FanScaling(double scale, string mode, string distribution, int[]? inputAxes, int[]? outputAxes)
    {
        distribution = distribution.ToLowerInvariant() is "normal" ? "truncated_normal" : distribution.ToLowerInvariant();
        if (!(scale > 0))
            throw new ArgumentOutOfRangeException(nameof(scale), scale, "the scale of a VarianceScaling initializer is above 0");
        if (mode is not ("fan_in" or "fan_out" or "fan_avg"))
            throw new ArgumentException($"mode is 'fan_in', 'fan_out' or 'fan_avg'; got '{mode}'.", nameof(mode));
        if (distribution is not ("uniform" or "truncated_normal" or "untruncated_normal"))
            throw new ArgumentException(
                $"distribution is 'uniform', 'truncated_normal' or 'untruncated_normal'; got '{distribution}'.",
                nameof(distribution)
            );
        (this.scale, this.mode, this.distribution) = (scale, mode, distribution);
        (this.inputAxes, this.outputAxes) = (inputAxes, outputAxes);
    }

    public Tensor Create(Shape shape, int seed, DType dtype)
    {
        double variance = scale / Math.Max(1, Fan(shape));
        if (distribution == "uniform")
        {
            double limit = Math.Sqrt(3 * variance);
            return KerasRandom.Uniform(shape, -limit, limit, seed, dtype);
        }
        return distribution == "truncated_normal"
            ? KerasRandom.TruncatedNormal(shape, 0, Math.Sqrt(variance) / TruncatedStddev, seed, dtype)
            : KerasRandom.Normal(shape, 0, Math.Sqrt(variance), seed, dtype);
    }

    public Config AxesConfig() => new() { ["input_axes"] = inputAxes, ["output_axes"] = outputAxes };

    public Config ScaleConfig() =>
        new()
        {
            ["scale"] = scale,
            ["mode"] = mode,
            ["distribution"] = distribution,
        };

    private double Fan(Shape shape)
    {
        var (inputs, outputs) = Fans(shape);
        return mode switch
        {
            "fan_in" => inputs,
            "fan_out" => outputs,
            _ => (inputs + outputs) / 2.0,
        };
    }

    private (double Inputs, double Outputs) Fans(Shape shape)
    {
        if (inputAxes is not null && outputAxes is not null)
            return (Product(inputAxes.Select(axis => shape[axis])), Product(outputAxes.Select(axis => shape[axis])));
        return shape.Rank switch
        {
            0 => (1, 1),
            1 => (shape[0], shape[0]),
            _ => (Product(shape.ToArray()[..^1]), Product(shape.ToArray()[..^2]) * shape[-1]),
        };
    }

    private static double Product(IEnumerable<long> lengths) => lengths.Aggregate(1.0, (product, length) => product * length);
}
