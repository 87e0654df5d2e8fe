namespace KerasSharp.Engines.Torch.Plans;

/// <summary>Lays buffers whose lifetimes do not overlap over each other in one block of memory.</summary>
internal sealed class Arena : IDisposable
{
    private readonly Buffer memory = new(BufferKind.Owned, 0);

    /// <summary>Gives each buffer its address: the largest first, each at the lowest place that is free during its life.</summary>
    public void Place(IEnumerable<Buffer> buffers)
    {
        var placed = new List<(Buffer Buffer, long Start, long End)>();
        long total = 0;
        foreach (var buffer in buffers.OrderByDescending(buffer => buffer.Bytes))
        {
            long at = 0;
            foreach (var (other, start, end) in placed)
                if (Overlaps(buffer, other) && at < end && start < at + Padded(buffer))
                    at = end;
            int index = placed.FindIndex(entry => entry.Start > at);
            placed.Insert(index < 0 ? placed.Count : index, (buffer, at, at + Padded(buffer)));
            total = Math.Max(total, at + Padded(buffer));
        }
        memory.Own(total);
        foreach (var (buffer, start, _) in placed)
            buffer.Pointer = memory.Pointer + (nint)start;
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose() => memory.Dispose();

    private static bool Overlaps(Buffer a, Buffer b) => a.FirstStep <= b.LastStep && b.FirstStep <= a.LastStep;

    private static long Padded(Buffer buffer) => Math.Max(1, (buffer.Bytes + Buffer.Alignment - 1) / Buffer.Alignment) * Buffer.Alignment;
}
