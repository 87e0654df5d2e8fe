using System.Runtime.InteropServices;
using KerasSharp.Engines.Torch.Native;

namespace KerasSharp.Engines.Torch.Kernels.Arrays;

/// <summary>
/// A copy between two strided blocks of one shape: what transposing, slicing, broadcasting, joining and padding come down to. Planned once;
/// running it allocates nothing.
/// </summary>
internal sealed unsafe class Movement
{
    private const long GrainBytes = 1 << 17;
    private const int MostAxes = 32;

    private readonly long[] sizes;
    private readonly long[] sourceSteps;
    private readonly long[] targetSteps;
    private readonly long sourceOffset;
    private readonly long targetOffset;
    private readonly long rows;
    private readonly int elementSize;
    private readonly Action<long, long> body;
    private nint source;
    private nint target;

    /// <summary>Plans a copy; strides and offsets are in elements, those of the source may be 0 or negative.</summary>
    public Movement(ReadOnlySpan<long> sizes, StridedBlock source, StridedBlock target, int elementSize)
    {
        var axes = Merge(sizes, source.Strides, target.Strides);
        this.sizes = [.. axes.Select(axis => axis.Size)];
        sourceSteps = [.. axes.Select(axis => axis.Source * elementSize)];
        targetSteps = [.. axes.Select(axis => axis.Target * elementSize)];
        (sourceOffset, targetOffset) = (source.Offset * elementSize, target.Offset * elementSize);
        this.elementSize = elementSize;
        rows = this.sizes[..^1].Aggregate(1L, (x, y) => x * y);
        body = RunRows;
    }

    /// <summary>Copies.</summary>
    public void Run(nint source, nint target)
    {
        if (rows == 0 || sizes[^1] == 0)
            return;
        (this.source, this.target) = (source + (nint)sourceOffset, target + (nint)targetOffset);
        Threads.For(rows, Math.Max(1, GrainBytes / (sizes[^1] * elementSize)), body);
    }

    private void RunRows(long begin, long end)
    {
        int outer = sizes.Length - 1;
        long* index = stackalloc long[MostAxes];
        nint from = source;
        nint to = target;
        long rest = begin;
        for (int d = outer - 1; d >= 0; d--)
        {
            (rest, index[d]) = Math.DivRem(rest, sizes[d]);
            from += (nint)(index[d] * sourceSteps[d]);
            to += (nint)(index[d] * targetSteps[d]);
        }
        for (long row = begin; row < end; row++)
        {
            Row((byte*)from, (byte*)to);
            for (int d = outer - 1; d >= 0; d--)
            {
                from += (nint)sourceSteps[d];
                to += (nint)targetSteps[d];
                if (++index[d] < sizes[d])
                    break;
                from -= (nint)(sizes[d] * sourceSteps[d]);
                to -= (nint)(sizes[d] * targetSteps[d]);
                index[d] = 0;
            }
        }
    }

    private void Row(byte* from, byte* to)
    {
        long count = sizes[^1];
        long sourceStep = sourceSteps[^1];
        long targetStep = targetSteps[^1];
        if (sourceStep == elementSize && targetStep == elementSize)
            NativeMemory.Copy(from, to, (nuint)(count * elementSize));
        else if (elementSize == 4)
            Elements<uint>(from, to, count, sourceStep, targetStep);
        else if (elementSize == 1)
            Elements<byte>(from, to, count, sourceStep, targetStep);
        else if (elementSize == 8)
            Elements<ulong>(from, to, count, sourceStep, targetStep);
        else if (elementSize == 2)
            Elements<ushort>(from, to, count, sourceStep, targetStep);
        else
            Elements<UInt128>(from, to, count, sourceStep, targetStep);
    }

    private static void Elements<T>(byte* from, byte* to, long count, long sourceStep, long targetStep)
        where T : unmanaged
    {
        if (sourceStep == 0 && targetStep == sizeof(T) && count <= int.MaxValue)
        {
            new Span<T>(to, (int)count).Fill(*(T*)from);
            return;
        }
        for (long i = 0; i < count; i++)
            *(T*)(to + (i * targetStep)) = *(T*)(from + (i * sourceStep));
    }

    /// <summary>Drops axes of length 1, orders the rest by the target's strides, and joins neighbours that are one walk in both blocks.</summary>
    private static List<Axis> Merge(ReadOnlySpan<long> sizes, long[] source, long[] target)
    {
        var axes = new List<Axis>();
        for (int i = 0; i < sizes.Length; i++)
            if (sizes[i] != 1)
                axes.Add(new Axis(sizes[i], source[i], target[i]));
        var merged = new List<Axis>();
        foreach (var axis in axes.OrderByDescending(axis => Math.Abs(axis.Target)))
            if (merged.Count > 0 && merged[^1].Continues(axis))
                merged[^1] = axis with { Size = merged[^1].Size * axis.Size };
            else
                merged.Add(axis);
        if (merged.Count == 0)
            merged.Add(new Axis(1, 1, 1));
        return merged.Count <= MostAxes
            ? merged
            : throw new NotSupportedException($"Tensors of more than {MostAxes} axes cannot be copied.");
    }

    private readonly record struct Axis(long Size, long Source, long Target)
    {
        public bool Continues(Axis inner) => Source == inner.Source * inner.Size && Target == inner.Target * inner.Size;
    }
}
