using System.Numerics;
using KerasSharp.Engines.Torch.Numerics;
using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Random;

/// <summary>StatelessMultinomial: logits of any type are drawn from in float64.</summary>
internal static unsafe class MultinomialKernel
{
    public static Action? Bind(KernelContext context)
    {
        if (context.Output().Count == 0)
            return null;
        if (context.Input(0).Shape[1] == 0)
            throw new ArgumentException($"{context.Operation.Name}: the logits have no classes to draw from.");
        return DTypeDispatch.Numeric(context.Input(0).DType, new Visitor(context));
    }

    private sealed class Visitor(KernelContext context) : INumericVisitor
    {
        private readonly Slot logits = context.Input(0),
            output = context.Output(),
            wide = context.Scratch(context.Input(0).Count * sizeof(double)),
            drawn = context.Scratch(context.Output().Count * sizeof(long));

        private readonly PhiloxSource source = new(context, 2, isSeed: true);

        public Action? Visit<T>()
            where T : unmanaged, INumber<T>, IMinMaxValue<T> => Run<T>;

        private void Run<T>()
            where T : unmanaged, INumber<T>
        {
            var weights = new Span<double>((void*)wide.Pointer, checked((int)logits.Count));
            for (int i = 0; i < weights.Length; i++)
                weights[i] = double.CreateTruncating(((T*)logits.Pointer)[i]);
            var draws = new Span<long>((void*)drawn.Pointer, checked((int)output.Count));
            PhiloxMultinomial.Fill(source.Read(), weights, (int)logits.Shape[1], (int)output.Shape[1], draws);
            for (int i = 0; i < draws.Length; i++)
                if (output.DType == DType.Int32)
                    ((int*)output.Pointer)[i] = (int)draws[i];
                else
                    ((long*)output.Pointer)[i] = draws[i];
        }
    }
}
