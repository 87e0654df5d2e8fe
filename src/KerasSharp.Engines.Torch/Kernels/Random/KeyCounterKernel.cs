using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Random;

/// <summary>Keys and counters from seeds, and the number of the algorithm.</summary>
internal static unsafe class KeyCounterKernel
{
    private const int PhiloxAlgorithm = 1;

    public static Action? Bind(KernelContext context)
    {
        var source = new PhiloxSource(context, 0, isSeed: true);
        var (key, counter) = (context.Output(0), context.Output(1));
        var algorithm = context.OutputCount == 3 ? context.Output(2) : null;
        return () =>
        {
            var generator = source.Read();
            *(ulong*)key.Pointer = generator.Key;
            ((ulong*)counter.Pointer)[0] = generator.CounterLow;
            ((ulong*)counter.Pointer)[1] = generator.CounterHigh;
            if (algorithm is not null)
                *(int*)algorithm.Pointer = PhiloxAlgorithm;
        };
    }

    public static Action? BindAlg(KernelContext context)
    {
        var output = context.Output();
        return () => *(int*)output.Pointer = PhiloxAlgorithm;
    }
}
