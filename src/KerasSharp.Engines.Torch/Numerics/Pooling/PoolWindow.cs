namespace KerasSharp.Engines.Torch.Numerics;

/// <summary>The input cells under one output cell, cut to the inside: from …0 to before …1.</summary>
internal readonly record struct PoolWindow(int Picture, int D0, int D1, int H0, int H1, int W0, int W1)
{
    /// <summary>Cells inside.</summary>
    public int Count => int.Max(0, D1 - D0) * int.Max(0, H1 - H0) * int.Max(0, W1 - W0);
}
