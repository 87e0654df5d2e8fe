namespace KerasSharp.Engines.Torch.Native;

/// <summary>Work over a range of indices, given to <see cref="Threads.ParallelFor{TBody}"/>.</summary>
/// <remarks>Implemented by unmanaged structs that hold pointers and sizes; several threads share one instance.</remarks>
internal interface IRangeBody
{
    /// <summary>Does the indices from <paramref name="begin"/> up to but not including <paramref name="end"/>.</summary>
    void Run(long begin, long end);
}
