namespace KerasSharp.Engines.Torch.Numerics;

/// <summary>Walks the reduced axes of a plan in runs of equal stride.</summary>
internal ref struct RowWalk
{
    private readonly long _inner;
    private readonly long _stride;
    private Odometer _outer;
    private long _outerLeft;
    private long _done;

    /// <summary>Starts; <paramref name="index"/> is room for one number an axis.</summary>
    public RowWalk(ReductionPlan plan, Span<long> index)
    {
        int outerRank = int.Max(0, plan.ReducedSizes.Length - 1);
        bool none = plan.ReducedSizes.Length == 0;
        _inner = none ? 1 : plan.ReducedSizes[^1];
        _stride = none ? 0 : plan.ReducedStrides[^1];
        _outer = new(plan.ReducedSizes.AsSpan(0, outerRank), plan.ReducedStrides.AsSpan(0, outerRank), index);
        _outerLeft = plan.ReducedCount / _inner;
    }

    /// <summary>The next run, of at most <paramref name="limit"/> elements; false after the last.</summary>
    public bool NextRun(long limit, out long offset, out long count, out long stride)
    {
        if (_done == _inner)
        {
            _done = 0;
            _outerLeft--;
            _outer.Next();
        }

        offset = _outer.Offset + _done * _stride;
        count = long.Min(limit, _inner - _done);
        stride = _stride;
        _done += count;
        return _outerLeft > 0;
    }
}
