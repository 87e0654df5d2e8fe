using System.Numerics;
using System.Numerics.Tensors;
using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Arrays;

/// <summary>Ops whose output lies where their input does.</summary>
internal static unsafe class AliasKernels
{
    public static readonly IReadOnlyDictionary<string, KernelBinder> Kernels = new Dictionary<string, KernelBinder>
    {
        ["Reshape"] = First,
        ["Squeeze"] = First,
        ["ExpandDims"] = First,
        ["EnsureShape"] = First,
        ["PreventGradient"] = First,
        ["Bitcast"] = First,
        ["CheckNumerics"] = CheckNumerics,
    };

    private static Action? First(KernelContext context)
    {
        context.Alias(0, 0);
        return null;
    }

    private static Action? CheckNumerics(KernelContext context)
    {
        context.Alias(0, 0);
        return DTypeDispatch.Floating(
            context.Input(0).DType,
            new FiniteVisitor(context.Input(0), context.Operation.Name, context.Attr<string>("message"))
        );
    }

    private sealed class FiniteVisitor(Slot input, string name, string message) : IFloatVisitor
    {
        public Action? Visit<T>()
            where T : unmanaged, IFloatingPointIeee754<T>, IMinMaxValue<T> =>
            () =>
            {
                var elements = new ReadOnlySpan<T>((void*)input.Pointer, checked((int)input.Count));
                if (elements.Length > 0 && !TensorPrimitives.IsFiniteAll(elements))
                    throw new ArithmeticException($"{name}: {message} : the tensor has elements that are infinite or not a number.");
            };
    }
}
