using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    internal static readonly OpDefinition FusedBatchNormV3Definition = new(
        "FusedBatchNormV3(x: T, scale: U, offset: U, mean: U, variance: U) -> y: T, batch_mean: U, batch_variance: U, reserve_space_1: U, "
            + "reserve_space_2: U, reserve_space_3: U | T: type, U: type, epsilon: float = 0.0001, exponential_avg_factor: float = 1.0, "
            + "data_format: string = \"NHWC\", is_training: bool = true",
        InferFusedBatchNorm
    );

    internal static readonly OpDefinition FusedBatchNormGradV3Definition = new(
        "FusedBatchNormGradV3(y_backprop: T, x: T, scale: float32, reserve_space_1: U, reserve_space_2: U, reserve_space_3: U) -> "
            + "x_backprop: T, scale_backprop: U, offset_backprop: U, reserve_space_4: U, reserve_space_5: U | T: type, U: type, "
            + "epsilon: float = 0.0001, data_format: string = \"NHWC\", is_training: bool = true",
        context =>
        {
            var x = ShapeRules.Merge(context.Shape(0), context.Shape(1), "the gradient of y and x");
            var channels = Shape.Of(x.HasRank ? x[Windows.ChannelAxis(context.Attr<string>("data_format"), x.Rank)] : -1);
            return [x, channels, channels, Shape.Of(0), Shape.Of(0)];
        }
    );

    /// <summary>Batch normalization: scale · (x - mean) / sqrt(variance + epsilon) + offset for each channel.</summary>
    /// <param name="x">Four or five dimensions.</param>
    /// <param name="scale">A number a channel, float32.</param>
    /// <param name="offset">A number a channel, float32.</param>
    /// <param name="mean">The running mean; empty in training with a factor of 1.</param>
    /// <param name="variance">The running variance; empty in training with a factor of 1.</param>
    /// <param name="epsilon">Added to the variance.</param>
    /// <param name="exponentialAvgFactor">In training: the share of this batch in the statistics that come out.</param>
    /// <param name="dataFormat">NHWC, NCHW, NDHWC or NCDHW.</param>
    /// <param name="isTraining">Whether the batch's own statistics are used.</param>
    /// <param name="name">A name hint.</param>
    /// <returns>
    /// y; the new running mean and (unbiased) variance; and for the gradient the mean and biased variance that were used and an unused scalar.
    /// </returns>
    public static (Tensor Y, Tensor BatchMean, Tensor BatchVariance, Tensor Reserve1, Tensor Reserve2, Tensor Reserve3) FusedBatchNormV3(
        Tensor x,
        Tensor scale,
        Tensor offset,
        Tensor mean,
        Tensor variance,
        double epsilon = 0.0001,
        double exponentialAvgFactor = 1.0,
        string dataFormat = "NHWC",
        bool isTraining = true,
        string? name = null
    )
    {
        var attributes = BatchNormValues(epsilon, dataFormat, isTraining);
        attributes["exponential_avg_factor"] = exponentialAvgFactor;
        var outputs = MakeMany(FusedBatchNormV3Definition, [x, scale, offset, mean, variance], attributes, name);
        return (outputs[0], outputs[1], outputs[2], outputs[3], outputs[4], outputs[5]);
    }

    /// <summary>The gradient of <see cref="FusedBatchNormV3"/>.</summary>
    /// <param name="yBackprop">The gradient of y.</param>
    /// <param name="x">The input.</param>
    /// <param name="scale">The scale.</param>
    /// <param name="reserveSpace1">The mean that was used.</param>
    /// <param name="reserveSpace2">The variance that was used.</param>
    /// <param name="reserveSpace3">Not read.</param>
    /// <param name="epsilon">As for <see cref="FusedBatchNormV3"/>.</param>
    /// <param name="dataFormat">As for <see cref="FusedBatchNormV3"/>.</param>
    /// <param name="isTraining">Whether mean and variance depend on x.</param>
    /// <param name="name">A name hint.</param>
    public static (Tensor XBackprop, Tensor ScaleBackprop, Tensor OffsetBackprop) FusedBatchNormGradV3(
        Tensor yBackprop,
        Tensor x,
        Tensor scale,
        Tensor reserveSpace1,
        Tensor reserveSpace2,
        Tensor reserveSpace3,
        double epsilon = 0.0001,
        string dataFormat = "NHWC",
        bool isTraining = true,
        string? name = null
    )
    {
        var outputs = MakeMany(
            FusedBatchNormGradV3Definition,
            [yBackprop, x, scale, reserveSpace1, reserveSpace2, reserveSpace3],
            BatchNormValues(epsilon, dataFormat, isTraining),
            name
        );
        return (outputs[0], outputs[1], outputs[2]);
    }

    private static Attributes BatchNormValues(double epsilon, string dataFormat, bool isTraining) =>
        new()
        {
            ["epsilon"] = epsilon,
            ["data_format"] = dataFormat,
            ["is_training"] = isTraining,
        };

    private static Shape[] InferFusedBatchNorm(InferenceContext context)
    {
        string format = context.Attr<string>("data_format");
        var x = context.WithRank(0, format.Length);
        int axis = Windows.ChannelAxis(format, x.Rank);
        bool needsStatistics = !context.Attr<bool>("is_training") || context.Attr<double>("exponential_avg_factor") != 1;
        long channels = x[axis];
        for (int i = 1; i <= (needsStatistics ? 4 : 2); i++)
            channels = ShapeRules.MergeDim(channels, context.WithRank(i, 1)[0], $"the channels of x and the length of input {i}");
        var vector = Shape.Of(channels);
        return [x.With(axis, channels), vector, vector, vector, vector, Shape.Scalar];
    }
}
