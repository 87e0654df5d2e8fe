namespace KerasSharp.Engines.Torch.Numerics;

/// <summary>What a pooling does at each window.</summary>
internal interface IPoolVisitor
{
    /// <summary>Handles one window whose output cell begins at element <paramref name="output"/>.</summary>
    void Window(in PoolWindow window, long output);
}
