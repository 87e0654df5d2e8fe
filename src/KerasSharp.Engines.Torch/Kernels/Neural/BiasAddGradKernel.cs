using System.Numerics;
using KerasSharp.Engines.Torch.Native;
using KerasSharp.Engines.Torch.Numerics;
using KerasSharp.Engines.Torch.Plans;
using KerasSharp.Ops;

namespace KerasSharp.Engines.Torch.Kernels.Neural;

/// <summary>BiasAddGrad: the sum over all axes but the channels.</summary>
internal static unsafe class BiasAddGradKernel
{
    private const long Grain = 1 << 15;

    public static Action? Bind(KernelContext context)
    {
        var (input, output) = (context.Input(0), context.Output());
        if (output.Count == 0)
            return null;
        int rank = input.Shape.Rank;
        int channel = Windows.ChannelAxis(context.Attr<string>("data_format"), rank);
        var plan = ReductionPlan.Create(
            [.. input.Shape.ToArray().Select(dim => checked((int)dim))],
            [.. Enumerable.Range(0, rank).Where(axis => axis != channel)]
        );
        return DTypeDispatch.Numeric(input.DType, new Visitor(plan, input, output));
    }

    private sealed class Visitor(ReductionPlan plan, Slot input, Slot output) : INumericVisitor
    {
        public Action? Visit<T>()
            where T : unmanaged, INumber<T>, IMinMaxValue<T>
        {
            long grain = Math.Max(1, Grain / Math.Max(1, plan.ReducedCount));
            Action<long, long> body = Sum<T>;
            return () => Threads.For(plan.OutputCount, grain, body);
        }

        private void Sum<T>(long begin, long end)
            where T : unmanaged, INumber<T> =>
            Numerics.Reduction.Run<T, ReductionOperations.Sum<T>>(plan, (T*)input.Pointer, (T*)output.Pointer, begin, end);
    }
}
