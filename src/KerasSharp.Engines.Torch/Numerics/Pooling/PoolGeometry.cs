namespace KerasSharp.Engines.Torch.Numerics;

/// <summary>
/// A pooling over [batch, depth, height, width, channels], channels innermost; axes that are not there are
/// <see cref="PoolAxis.None"/>. Work is split over <see cref="Rows"/> (one output row of one picture) going forward
/// and over <c>Batch</c> going backward.
/// </summary>
internal sealed record PoolGeometry(int Batch, PoolAxis Depth, PoolAxis Height, PoolAxis Width, int Channels)
{
    /// <summary>Output rows: batch * depth * height.</summary>
    public int Rows => Batch * Depth.Output * Height.Output;

    /// <summary>Elements of one picture of the input.</summary>
    public long InputStride => (long)Depth.Input * Height.Input * Width.Input * Channels;

    /// <summary>Elements of one picture of the output.</summary>
    public long OutputStride => (long)Depth.Output * Height.Output * Width.Output * Channels;

    /// <summary>Calls <paramref name="visit"/> for each window of the rows from begin to before end.</summary>
    internal void Visit<TVisitor>(ref TVisitor visit, int begin, int end)
        where TVisitor : struct, IPoolVisitor
    {
        for (int row = begin; row < end; row++)
        {
            (int picture, int plane) = Math.DivRem(row, Depth.Output * Height.Output);
            (int d, int h) = Math.DivRem(plane, Height.Output);
            (int d0, int d1) = Depth.Cells(d);
            (int h0, int h1) = Height.Cells(h);
            for (int w = 0; w < Width.Output; w++)
            {
                (int w0, int w1) = Width.Cells(w);
                visit.Window(new(picture, d0, d1, h0, h1, w0, w1), ((long)row * Width.Output + w) * Channels);
            }
        }
    }
}
