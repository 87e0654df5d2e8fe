using KerasSharp.Ops;
using static KerasSharp.Ops.Op;
using static KerasSharp.Testing.Gradients.Argument;

namespace KerasSharp.Testing.Gradients;

/// <summary>Pooling and its gradients. Elements lie apart by more than the step, so that no maximum changes its place.</summary>
internal static class PoolRows
{
    private static readonly long[] Two = [1, 2, 2, 1];
    private static readonly long[] Three = [1, 3, 3, 1];
    private static readonly long[] One = [1, 1, 1, 1];
    private static readonly long[] Cube = [1, 2, 2, 2, 1];
    private static readonly long[] Unit = [1, 1, 1, 1, 1];

    public static GradientRows Rows => [.. Averages, .. Maxima, .. Picked, .. Volumes, Explicit];

    private static GradientRow Explicit =>
        new("MaxPool", "explicit paddings", [In(1, 3, 4, 1)], x => [MaxPool(x[0], Two, Two, "EXPLICIT", [0, 0, 1, 0, 1, 1, 0, 0])])
        {
            SecondOrder = SecondOrder.Refused,
        };

    private static GradientRows Averages =>
        new()
        {
            { "AvgPool", "VALID", [In(1, 4, 5, 2)], x => AvgPool(x[0], Two, Two, "VALID") },
            { "AvgPool", "SAME, overlapping", [In(1, 3, 4, 2)], x => AvgPool(x[0], Three, One, "SAME") },
            { "AvgPoolGrad", "VALID", [In(1, 2, 2, 2)], x => AvgPoolGrad(Ints(1, 4, 5, 2), x[0], Two, Two, "VALID") },
            { "AvgPoolGrad", "SAME, overlapping", [In(1, 3, 4, 1)], x => AvgPoolGrad(Ints(1, 3, 4, 1), x[0], Three, One, "SAME") },
        };

    private static GradientRows Maxima =>
        new()
        {
            { "MaxPool", "VALID", [In(1, 4, 5, 2)], x => MaxPool(x[0], Two, Two, "VALID") },
            { "MaxPool", "SAME, overlapping", [In(1, 3, 4, 2)], x => MaxPool(x[0], Three, One, "SAME") },
            {
                "MaxPoolGrad",
                [In(1, 4, 4, 1), In(1, 2, 2, 1)],
                x => MaxPoolGrad(x[0], MaxPool(x[0], Two, Two, "VALID"), x[1], Two, Two, "VALID")
            },
            {
                "MaxPoolGradGrad",
                [In(1, 4, 4, 1), In(1, 4, 4, 1)],
                x => MaxPoolGradGrad(x[0], MaxPool(x[0], Two, Two, "VALID"), x[1], Two, Two, "VALID")
            },
            { "MaxPoolV2", [In(1, 3, 4, 2)], x => MaxPoolV2(x[0], Ints(Two), Ints(One), "SAME") },
            {
                "MaxPoolGradV2",
                [In(1, 4, 4, 1), In(1, 2, 2, 1)],
                x => MaxPoolGradV2(x[0], MaxPool(x[0], Two, Two, "VALID"), x[1], Ints(Two), Ints(Two), "VALID")
            },
            {
                "MaxPoolGradGradV2",
                [In(1, 4, 4, 1), In(1, 4, 4, 1)],
                x => MaxPoolGradGradV2(x[0], MaxPool(x[0], Two, Two, "VALID"), x[1], Ints(Two), Ints(Two), "VALID")
            },
        };

    private static GradientRows Picked =>
        new()
        {
            { "MaxPoolWithArgmax", "VALID", [In(2, 4, 4, 2)], x => [MaxPoolWithArgmax(x[0], Two, Two, "VALID").Output] },
            {
                "MaxPoolWithArgmax",
                "SAME, batch in index",
                [In(2, 3, 4, 1)],
                x => [MaxPoolWithArgmax(x[0], Three, One, "SAME", true).Output]
            },
            {
                "MaxPoolGradWithArgmax",
                [In(2, 4, 4, 1), In(2, 2, 2, 1)],
                x => MaxPoolGradWithArgmax(x[0], x[1], Argmax(x[0]), Two, Two, "VALID")
            },
            {
                "MaxPoolGradGradWithArgmax",
                [In(2, 4, 4, 1), In(2, 4, 4, 1)],
                x => MaxPoolGradGradWithArgmax(x[0], x[1], Argmax(x[0]), Two, Two, "VALID")
            },
        };

    private static GradientRows Volumes =>
        new()
        {
            { "AvgPool3D", "VALID", [In(1, 2, 4, 3, 1)], x => AvgPool3D(x[0], Cube, Cube, "VALID") },
            { "AvgPool3D", "SAME, overlapping", [In(1, 2, 3, 2, 2)], x => AvgPool3D(x[0], Cube, Unit, "SAME") },
            { "AvgPool3DGrad", [In(1, 2, 3, 2, 1)], x => AvgPool3DGrad(Ints(1, 2, 3, 2, 1), x[0], Cube, Unit, "SAME") },
            { "MaxPool3D", "VALID", [In(1, 2, 4, 3, 1)], x => MaxPool3D(x[0], Cube, Cube, "VALID") },
            { "MaxPool3D", "SAME, overlapping", [In(1, 2, 3, 2, 2)], x => MaxPool3D(x[0], Cube, Unit, "SAME") },
            {
                "MaxPool3DGrad",
                [In(1, 2, 4, 2, 1), In(1, 1, 2, 1, 1)],
                x => MaxPool3DGrad(x[0], MaxPool3D(x[0], Cube, Cube, "VALID"), x[1], Cube, Cube, "VALID")
            },
            {
                "MaxPool3DGradGrad",
                [In(1, 2, 4, 2, 1), In(1, 2, 4, 2, 1)],
                x => MaxPool3DGradGrad(x[0], MaxPool3D(x[0], Cube, Cube, "VALID"), x[1], Cube, Cube, "VALID")
            },
        };

    private static Tensor Argmax(Tensor x) => MaxPoolWithArgmax(x, Two, Two, "VALID").Argmax;
}
