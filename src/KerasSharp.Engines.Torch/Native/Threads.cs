using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace KerasSharp.Engines.Torch.Native;

/// <summary>Work spread over libtorch's own threads, so that kernels in C#, MKL and oneDNN share one pool and never compete.</summary>
internal static unsafe class Threads
{
    /// <summary>The number of threads a call is spread over.</summary>
    public static int Count
    {
        get
        {
            TorchNative.Check(TorchNative.torch_get_num_threads(out uint count), "torch_get_num_threads");
            return (int)count;
        }
    }

    /// <summary>Runs <paramref name="body"/> over ranges that together cover 0 to <paramref name="count"/>.</summary>
    /// <param name="count">The number of items.</param>
    /// <param name="grain">The least items worth a thread of their own; no more than that run on the calling thread.</param>
    /// <param name="body">Works on items from its first argument up to its second. What it throws comes out here.</param>
    public static void For(long count, long grain, Action<long, long> body)
    {
        if (count <= grain)
        {
            if (count > 0)
                body(0, count);
            return;
        }
        var job = new Job { Body = body };
        TorchNative.Check(TorchNative.torch_parallel_for(0, count, grain, &Run, Unsafe.AsPointer(ref job)), "torch_parallel_for");
        if (job.Error is { } error)
            ExceptionDispatchInfo.Throw(error);
    }

    /// <summary>As <see cref="For"/>, with a body that is a struct.</summary>
    public static void ParallelFor<TBody>(long count, long grain, in TBody body)
        where TBody : unmanaged, IRangeBody
    {
        var copy = body;
        For(count, grain, (begin, end) => copy.Run(begin, end));
    }

    /// <summary>An exception must not cross native frames: it is kept and thrown by the caller.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Run(long begin, long end, void* context)
    {
        ref var job = ref Unsafe.AsRef<Job>(context);
        try
        {
            job.Body(begin, end);
        }
        catch (Exception e)
        {
            job.Error = e;
        }
    }

    /// <summary>Lives on the caller's stack for the length of the call.</summary>
    private struct Job
    {
        public Action<long, long> Body;
        public Exception? Error;
    }
}
