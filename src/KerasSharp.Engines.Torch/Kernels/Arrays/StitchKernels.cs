using System.Runtime.InteropServices;
using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Arrays;

/// <summary>Dealing rows out to parts, and putting parts together by index.</summary>
internal static unsafe class StitchKernels
{
    public static readonly IReadOnlyDictionary<string, KernelBinder> Kernels = new Dictionary<string, KernelBinder>
    {
        ["DynamicPartition"] = Partition,
        ["DynamicStitch"] = Stitch,
        ["ParallelDynamicStitch"] = Stitch,
    };

    private static Action? Partition(KernelContext context)
    {
        var (data, partitions) = (context.Input(0), context.Ints(1));
        var counts = new long[context.OutputCount];
        foreach (long part in partitions)
            if ((ulong)part < (ulong)counts.Length)
                counts[part]++;
            else
                throw new ArgumentException($"{context.Operation.Name}: the partition {part} is not in [0, {counts.Length}).");
        var row = data.Shape.Slice(context.Input(1).Shape.Rank);
        long rowBytes = row.Size * data.DType.Size();
        var outputs = counts.Select((count, i) => context.Allocate(i, Shape.Of(count).Concat(row))).ToArray();
        return () =>
        {
            var at = new long[outputs.Length];
            for (long i = 0; i < partitions.Length; i++)
                Copy(data, i, outputs[partitions[i]], at[partitions[i]]++, rowBytes);
        };
    }

    private static Action? Stitch(KernelContext context)
    {
        int parts = context.InputCount / 2;
        var indices = Enumerable.Range(0, parts).Select(context.Ints).ToArray();
        var row = context.Input(parts).Shape.Slice(context.Input(0).Shape.Rank);
        long rowBytes = row.Size * context.Output().DType.Size();
        if (indices.SelectMany(part => part).Any(index => index < 0))
            throw new ArgumentException($"{context.Operation.Name}: an index is negative.");
        long length = indices.SelectMany(part => part).Append(-1).Max() + 1;
        var output = context.Output();
        if (!output.Shape.IsDefined)
            output = context.Allocate(0, Shape.Of(length).Concat(row));
        var data = Enumerable.Range(parts, parts).Select(context.Input).ToArray();
        return () =>
        {
            NativeMemory.Clear((void*)output.Pointer, (nuint)output.Bytes);
            for (int part = 0; part < parts; part++)
            for (long i = 0; i < indices[part].Length; i++)
                Copy(data[part], i, output, indices[part][i], rowBytes);
        };
    }

    private static void Copy(Slot source, long from, Slot target, long to, long rowBytes) =>
        NativeMemory.Copy(
            (void*)(source.Pointer + (nint)(from * rowBytes)),
            (void*)(target.Pointer + (nint)(to * rowBytes)),
            (nuint)rowBytes
        );
}
