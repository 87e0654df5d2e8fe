using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    /// <summary>Reductions over rows grouped by id.</summary>
    internal static readonly Dictionary<string, OpDefinition> SegmentDefinitions = Table([
        .. Enumerable.Select<string, OpDefinition>(
            ["SegmentSum", "SegmentMean", "SegmentMax", "SegmentMin", "SegmentProd"],
            name => new OpDefinition($"{name}(data: T, segment_ids: Tindices) -> output: T | T: type, Tindices: type", InferSegment)
        ),
        .. Enumerable.Select<string, OpDefinition>(
            ["UnsortedSegmentSum", "UnsortedSegmentMax", "UnsortedSegmentMin", "UnsortedSegmentProd"],
            name => new OpDefinition(
                $"{name}(data: T, segment_ids: Tindices, num_segments: Tnumsegments) -> output: T | T: type, Tindices: type, Tnumsegments: type = int32",
                InferUnsortedSegment
            )
        ),
    ]);

    /// <summary>The sum of the rows of each segment.</summary>
    /// <param name="data">Rows: the first axis is grouped.</param>
    /// <param name="segmentIds">The segment of each row, a vector, ascending from 0 up; a segment without rows is 0.</param>
    /// <param name="name">A name hint.</param>
    public static Tensor SegmentSum(Tensor data, Tensor segmentIds, string? name = null) =>
        Make(SegmentDefinitions["SegmentSum"], [data, segmentIds], null, name);

    /// <summary>The mean of the rows of each segment; see <see cref="SegmentSum"/>.</summary>
    public static Tensor SegmentMean(Tensor data, Tensor segmentIds, string? name = null) =>
        Make(SegmentDefinitions["SegmentMean"], [data, segmentIds], null, name);

    /// <summary>The greatest elements of the rows of each segment; see <see cref="SegmentSum"/>.</summary>
    public static Tensor SegmentMax(Tensor data, Tensor segmentIds, string? name = null) =>
        Make(SegmentDefinitions["SegmentMax"], [data, segmentIds], null, name);

    /// <summary>The least elements of the rows of each segment; see <see cref="SegmentSum"/>.</summary>
    public static Tensor SegmentMin(Tensor data, Tensor segmentIds, string? name = null) =>
        Make(SegmentDefinitions["SegmentMin"], [data, segmentIds], null, name);

    /// <summary>The product of the rows of each segment, 1 for one without rows; see <see cref="SegmentSum"/>.</summary>
    public static Tensor SegmentProd(Tensor data, Tensor segmentIds, string? name = null) =>
        Make(SegmentDefinitions["SegmentProd"], [data, segmentIds], null, name);

    /// <summary>The sum of the slices of each segment, in any order.</summary>
    /// <param name="data">Slices: the leading axes are those of the ids.</param>
    /// <param name="segmentIds">The segment of each slice, less than the number of segments; slices with a negative one are left out.</param>
    /// <param name="numSegments">The number of segments, a scalar; one without slices is 0.</param>
    /// <param name="name">A name hint.</param>
    public static Tensor UnsortedSegmentSum(Tensor data, Tensor segmentIds, Tensor numSegments, string? name = null) =>
        Make(SegmentDefinitions["UnsortedSegmentSum"], [data, segmentIds, numSegments], null, name);

    /// <summary>The greatest elements of the slices of each segment, the lowest number for one without; see <see cref="UnsortedSegmentSum"/>.</summary>
    public static Tensor UnsortedSegmentMax(Tensor data, Tensor segmentIds, Tensor numSegments, string? name = null) =>
        Make(SegmentDefinitions["UnsortedSegmentMax"], [data, segmentIds, numSegments], null, name);

    /// <summary>The least elements of the slices of each segment, the highest number for one without; see <see cref="UnsortedSegmentSum"/>.</summary>
    public static Tensor UnsortedSegmentMin(Tensor data, Tensor segmentIds, Tensor numSegments, string? name = null) =>
        Make(SegmentDefinitions["UnsortedSegmentMin"], [data, segmentIds, numSegments], null, name);

    /// <summary>The product of the slices of each segment, 1 for one without; see <see cref="UnsortedSegmentSum"/>.</summary>
    public static Tensor UnsortedSegmentProd(Tensor data, Tensor segmentIds, Tensor numSegments, string? name = null) =>
        Make(SegmentDefinitions["UnsortedSegmentProd"], [data, segmentIds, numSegments], null, name);

    private static Shape[] InferSegment(InferenceContext context)
    {
        context.WithRank(1, 1);
        var data = context.Shape(0);
        if (!data.HasRank)
            return [Shape.Unknown];
        if (data.Rank == 0)
            throw new ShapeException("data must have rank 1 or more");
        long count =
            context.Elements(1) is { } ids && !ids.Contains(null)
                ? ids.Length == 0
                    ? 0
                    : ids[^1]!.Value + 1
                : -1;
        return [data.With(0, count)];
    }

    private static Shape[] InferUnsortedSegment(InferenceContext context)
    {
        var (data, ids) = (context.Shape(0), context.Shape(1));
        if (!data.HasRank || !ids.HasRank)
            return [Shape.Unknown];
        if (ids.Rank > data.Rank)
            throw new ShapeException($"segment_ids of shape {ids} have more axes than data of shape {data}");
        ShapeRules.Merge(data.Slice(0, ids.Rank), ids, "segment_ids and the leading axes of data");
        return [Shape.Of(context.Ints(2) is [var count] ? count : -1).Concat(data.Slice(ids.Rank))];
    }
}
