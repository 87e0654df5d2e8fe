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

    /// <summary>Runs <paramref name="body"/> over ranges that together cover 0 to <paramref name="count"/>. Nothing is allocated.</summary>
    /// <param name="count">The number of items.</param>
    /// <param name="grain">The least items worth a thread of their own; no more than that run on the calling thread.</param>
    /// <param name="body">
    /// Works on items from its first argument up to its second. The first exception that it throws comes out here, when all ranges have
    /// ended. Called inside of another body it runs on that body's thread.
    /// </param>
    public static void For(long count, long grain, Action<long, long> body)
    {
        if (count > grain)
            Spread(count, grain, &Invoke, Unsafe.AsPointer(ref body));
        else if (count > 0)
            body(0, count);
    }

    /// <summary>As <see cref="For"/>, with a body that is a struct.</summary>
    public static void ParallelFor<TBody>(long count, long grain, in TBody body)
        where TBody : unmanaged, IRangeBody
    {
        if (count > grain)
            fixed (TBody* context = &body)
                Spread(count, grain, &Invoke<TBody>, context);
        else if (count > 0)
            body.Run(0, count);
    }

    private static void Spread(long count, long grain, delegate* <void*, long, long, void> invoke, void* context)
    {
        var job = new Job { Invoke = invoke, Context = context };
        TorchNative.Check(TorchNative.torch_parallel_for(0, count, grain, &Run, Unsafe.AsPointer(ref job)), "torch_parallel_for");
        if (job.Error is { } error)
            ExceptionDispatchInfo.Throw(error);
    }

    private static void Invoke(void* context, long begin, long end) => Unsafe.AsRef<Action<long, long>>(context)(begin, end);

    private static void Invoke<TBody>(void* context, long begin, long end)
        where TBody : unmanaged, IRangeBody => ((TBody*)context)->Run(begin, end);

    /// <summary>An exception must not cross native frames: it is kept and thrown by the caller.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Run(long begin, long end, void* context)
    {
        ref var job = ref Unsafe.AsRef<Job>(context);
        try
        {
            job.Invoke(job.Context, begin, end);
        }
        catch (Exception e)
        {
            Interlocked.CompareExchange(ref job.Error, e, null);
        }
    }

    /// <summary>Lives on the caller's stack for the length of the call.</summary>
    private struct Job
    {
        public delegate* <void*, long, long, void> Invoke;
        public void* Context;
        public Exception? Error;
    }
}
