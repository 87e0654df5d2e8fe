namespace KerasSharp.Engines.Torch.Numerics;

/// <summary>Walks the offsets of a strided block in order, the last axis fastest.</summary>
internal ref struct Odometer
{
    private readonly ReadOnlySpan<long> _sizes;
    private readonly ReadOnlySpan<long> _strides;
    private readonly Span<long> _index;

    /// <summary>Starts at flat position <paramref name="start"/>; <paramref name="index"/> is room for one number an axis.</summary>
    public Odometer(ReadOnlySpan<long> sizes, ReadOnlySpan<long> strides, Span<long> index, long start = 0)
    {
        _sizes = sizes;
        _strides = strides;
        _index = index;
        Offset = 0;
        for (int i = sizes.Length - 1; i >= 0; i--)
        {
            long size = long.Max(sizes[i], 1);
            index[i] = start % size;
            start /= size;
            Offset += index[i] * strides[i];
        }
    }

    /// <summary>The current element's offset.</summary>
    public long Offset { get; private set; }

    /// <summary>Goes to the next element, after the last one back to the first.</summary>
    public void Next()
    {
        for (int i = _sizes.Length - 1; i >= 0; i--)
        {
            Offset += _strides[i];
            if (++_index[i] < _sizes[i])
            {
                return;
            }

            Offset -= _index[i] * _strides[i];
            _index[i] = 0;
        }
    }
}
