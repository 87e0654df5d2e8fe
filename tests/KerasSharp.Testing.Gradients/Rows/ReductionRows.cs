using KerasSharp.Ops;
using static KerasSharp.Ops.Op;
using static KerasSharp.Testing.Gradients.Argument;

namespace KerasSharp.Testing.Gradients;

/// <summary>Reductions, running sums, segments, and elements picked by order.</summary>
internal static class ReductionRows
{
    public static GradientRows Rows =>
        [
            .. Reduction("Sum"),
            .. Reduction("Mean"),
            .. Reduction("Prod"),
            .. Reduction("Max"),
            .. Reduction("Min"),
            .. Reduction("EuclideanNorm"),
            .. Running("Cumsum"),
            .. Running("Cumprod"),
            .. Running("CumulativeLogsumexp"),
            .. Segments,
            .. Others,
            .. Zeros.With(row => row with { SecondOrder = SecondOrder.AsTensorFlow }),
        ];

    private static GradientRows Segments =>
        new()
        {
            { "SegmentSum", "one empty", [In(4, 2)], x => SegmentSum(x[0], Ints(0, 0, 2, 2)) },
            { "SegmentMean", "one empty", [In(4, 2)], x => SegmentMean(x[0], Ints(0, 0, 2, 2)) },
            { "SegmentMean", "of scalars", [In(4)], x => SegmentMean(x[0], Ints(0, 1, 1, 1)) },
            { "SegmentMax", [In(4, 2)], x => SegmentMax(x[0], Ints(0, 0, 1, 1)) },
            { "SegmentMin", [In(4, 2)], x => SegmentMin(x[0], Ints(0, 0, 1, 1)) },
            { "SegmentProd", "one empty", [In(4, 2)], x => SegmentProd(x[0], Ints(0, 0, 2, 2)) },
            { "UnsortedSegmentSum", "one dropped", [In(4, 2)], x => UnsortedSegmentSum(x[0], Ints(2, 0, -1, 2), Int(3)) },
            {
                "UnsortedSegmentSum",
                "ids of rank 2",
                [In(2, 2, 2)],
                x => UnsortedSegmentSum(x[0], Reshape(Ints(2, 0, 1, 2), 2, 2), Int(3))
            },
            { "UnsortedSegmentMax", "one dropped", [In(4, 2)], x => UnsortedSegmentMax(x[0], Ints(1, 0, -1, 1), Int(2)) },
            {
                "UnsortedSegmentMin",
                "ids of rank 2",
                [In(2, 2, 2)],
                x => UnsortedSegmentMin(x[0], Reshape(Ints(1, 0, 1, 0), 2, 2), Int(2))
            },
            { "UnsortedSegmentProd", "one dropped", [In(4, 2)], x => UnsortedSegmentProd(x[0], Ints(1, 0, -1, 1), Int(2)) },
        };

    private static GradientRows Zeros =>
        new()
        {
            { "Prod", "with a zero", [In(2, 2), Within(0, 0, 2, 1)], x => Prod(ConcatV2(x, 1), Ints(1)) },
            { "Prod", "with two zeros", [In(2, 2), Within(0, 0, 2, 2)], x => Prod(ConcatV2(x, 1), Ints(1)) },
        };

    private static GradientRows Others =>
        new()
        {
            { "SegmentProd", "with a zero", [In(2), Within(0, 0, 1)], x => SegmentProd(ConcatV2(x, 0), Ints(0, 1, 1)) },
            { "Prod", "all", [In(2, 3)], x => Prod(x[0], Ints(0, 1)) },
            { "Sum", "no axes", [In(2, 3)], x => Sum(x[0], Ints()) },
            { "TopKV2", "", [In(2, 5)], x => [TopKV2(x[0], Int(2)).Values] },
            { "TopKV2", "of a vector", [In(5)], x => [TopKV2(x[0], Int(3)).Values] },
            { "NthElement", [In(2, 5)], x => NthElement(x[0], Int(1)) },
            { "NthElement", "from the top", [In(2, 5)], x => NthElement(x[0], Int(1), reverse: true) },
        };

    private static GradientRows Reduction(string op) =>
        [
            new(op, "one axis", [In(2, 3)], x => Apply(op, [x[0], Ints(1)])),
            new(op, "outer axes", [In(2, 3, 2)], x => Apply(op, [x[0], Ints(0, -1)])),
            new(op, "kept", [In(2, 3, 2)], x => Apply(op, [x[0], Ints(1)], new() { ["keep_dims"] = true })),
            new(op, "a scalar axis", [In(3, 2)], x => Apply(op, [x[0], Int(0)])),
        ];

    private static GradientRows Running(string op) =>
        [
            new(op, "", [In(3, 2)], x => Apply(op, [x[0], Int(0)])),
            new(op, "reverse", [In(2, 4)], x => Apply(op, [x[0], Int(1)], new() { ["reverse"] = true })),
            new(op, "exclusive", [In(2, 4)], x => [Finite(Apply(op, [x[0], Int(-1)], new() { ["exclusive"] = true })[0], 1)]),
            new(
                op,
                "exclusive, reverse",
                [In(2, 4)],
                x => [Finite(Apply(op, [x[0], Int(1)], new() { ["exclusive"] = true, ["reverse"] = true })[0], 0)]
            ),
        ];

    /// <summary>Three columns of four: without the one that sums up nothing, which may be the logarithm of 0.</summary>
    private static Tensor Finite(Tensor sums, int first) => Slice(sums, [0, first], [-1, 3]);
}
