using KerasSharp.Graphs;

namespace KerasSharp.Ops;

/// <summary>The mask attributes of <c>StridedSlice</c> and its gradient, a bit for each element of begin, end and strides.</summary>
internal readonly struct StridedSliceMasks(Attributes attributes)
{
    private readonly long begin = attributes.Get<long>("begin_mask");
    private readonly long end = attributes.Get<long>("end_mask");
    private readonly long ellipsis = attributes.Get<long>("ellipsis_mask");
    private readonly long newAxis = attributes.Get<long>("new_axis_mask");
    private readonly long shrink = attributes.Get<long>("shrink_axis_mask");

    /// <summary>Whether element i stands for all axes not named.</summary>
    public bool IsEllipsis(int i) => Has(ellipsis, i);

    /// <summary>Whether element i adds an axis of length 1.</summary>
    public bool IsNewAxis(int i) => !Has(ellipsis, i) && Has(newAxis, i);

    /// <summary>Whether element i is a single index whose axis is dropped.</summary>
    public bool IsSingle(int i) => TakesAxis(i) && Has(shrink, i);

    /// <summary>Whether element i names an axis of the input.</summary>
    public bool TakesAxis(int i) => !Has(ellipsis, i) && !Has(newAxis, i);

    /// <summary>Whether begin counts at element i; otherwise the range begins at its natural end.</summary>
    public bool HasBegin(int i) => !Has(begin, i);

    /// <summary>Whether end counts at element i; otherwise the range runs to its natural end.</summary>
    public bool HasEnd(int i) => !Has(end, i);

    private static bool Has(long mask, int i) => ((mask >> i) & 1) != 0;
}
