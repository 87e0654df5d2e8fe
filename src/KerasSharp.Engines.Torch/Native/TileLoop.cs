namespace KerasSharp.Engines.Torch.Native;

/// <summary>How a tile's sum walks through its left operand: three nested loops, each with its count and its step in elements.</summary>
internal readonly record struct TileLoop(int OuterCount, nint OuterStep, int MiddleCount, nint MiddleStep, int InnerCount, nint InnerStep)
{
    /// <summary>A single run of elements.</summary>
    public TileLoop(int count, nint step)
        : this(1, 0, 1, 0, count, step) { }
}
