using System.Runtime.InteropServices;
using KerasSharp.Engines.Torch.Native;
using KerasSharp.Engines.Torch.Plans;
using KerasSharp.Ops;

namespace KerasSharp.Engines.Torch.Kernels.Arrays;

/// <summary>Gathers: rows copied from where indices point.</summary>
internal static unsafe class GatherKernels
{
    private const long GrainBytes = 1 << 17;

    public static readonly IReadOnlyDictionary<string, KernelBinder> Kernels = new Dictionary<string, KernelBinder>
    {
        ["GatherV2"] = context => Gather(context, context.Ints(2)[0], context.Attr<long>("batch_dims")),
        ["Gather"] = context => Gather(context, 0, 0),
        ["GatherNd"] = GatherNd,
    };

    /// <summary>params [batch, outer, length, inner] and indices [batch, count] give [batch, outer, count, inner].</summary>
    private static Action? Gather(KernelContext context, long axisValue, long batchDims)
    {
        var (parameters, indices, output) = (context.Input(0), context.Input(1), context.Output());
        int axis = ShapeRules.Axis(axisValue, parameters.Shape.Rank);
        int batchAxes = (int)(batchDims < 0 ? batchDims + indices.Shape.Rank : batchDims);
        long batch = parameters.Shape.Slice(0, batchAxes).Size;
        long outer = parameters.Shape.Slice(batchAxes, axis - batchAxes).Size;
        long length = parameters.Shape[axis];
        long rowBytes = parameters.Shape.Slice(axis + 1).Size * parameters.DType.Size();
        long count = indices.Shape.Slice(batchAxes).Size;
        if (output.Bytes == 0)
            return null;
        string name = context.Operation.Name;
        Action<long, long> body = (begin, end) =>
        {
            var index = new IndexReader(indices);
            for (long row = begin; row < end; row++)
            {
                long block = row / count;
                long at = index[(block / outer * count) + (row % count)];
                if ((ulong)at >= (ulong)length)
                    throw new ArgumentException($"{name}: index {at} is not in [0, {length}).");
                Copy(parameters.Pointer + (nint)(((block * length) + at) * rowBytes), output.Pointer + (nint)(row * rowBytes), rowBytes);
            }
        };
        return () => Threads.For(batch * outer * count, Math.Max(1, GrainBytes / Math.Max(8, rowBytes)), body);
    }

    private static Action? GatherNd(KernelContext context)
    {
        var (parameters, indices, output) = (context.Input(0), context.Input(1), context.Output());
        if (output.Bytes == 0)
            return null;
        var vectors = new IndexVectors(parameters.Shape, indices.Shape, context.Operation.Name);
        long rowBytes = vectors.RowLength * parameters.DType.Size();
        return () =>
        {
            var index = new IndexReader(indices);
            for (long i = 0; i < vectors.Count; i++)
                Copy(parameters.Pointer + (nint)(vectors.Row(index, i) * rowBytes), output.Pointer + (nint)(i * rowBytes), rowBytes);
        };
    }

    private static void Copy(nint source, nint target, long bytes)
    {
        if (bytes == 4)
            *(int*)target = *(int*)source;
        else
            NativeMemory.Copy((void*)source, (void*)target, (nuint)bytes);
    }
}
