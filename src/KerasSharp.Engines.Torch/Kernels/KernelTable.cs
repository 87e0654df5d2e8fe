using KerasSharp.Engines.Torch.Kernels.Algebra;
using KerasSharp.Engines.Torch.Kernels.Arrays;
using KerasSharp.Engines.Torch.Kernels.Control;
using KerasSharp.Engines.Torch.Kernels.Elementwise;
using KerasSharp.Engines.Torch.Kernels.Image;
using KerasSharp.Engines.Torch.Kernels.Neural;
using KerasSharp.Engines.Torch.Kernels.Random;
using KerasSharp.Engines.Torch.Kernels.Recurrent;
using KerasSharp.Engines.Torch.Kernels.Reduction;
using KerasSharp.Engines.Torch.Native;
using KerasSharp.Engines.Torch.Plans;
using KerasSharp.Graphs;

namespace KerasSharp.Engines.Torch.Kernels;

/// <summary>All kernels by the names of their ops, from the explicit lists of the families.</summary>
internal static class KernelTable
{
    private static readonly Dictionary<string, KernelBinder> Kernels = Join(
        ("Arrays", ArrayKernels.Kernels),
        ("Control", ControlKernels.Kernels),
        ("Elementwise", ElementwiseKernels.Kernels),
        ("Math", MathKernels.Kernels),
        ("Reduction", ReductionKernels.Kernels),
        ("Neural", NeuralKernels.Kernels),
        ("Random", RandomKernels.Kernels),
        ("Image", ImageKernels.Kernels),
        ("Recurrent", RecurrentKernels.Kernels)
    );

    /// <summary>The names of all ops that have a kernel.</summary>
    public static IReadOnlyCollection<string> Names => Kernels.Keys;

    /// <summary>Whether an operation has a kernel.</summary>
    /// <remarks>Fused recurrent kernels are for float32 and need the library's BLAS; other types take the decomposition.</remarks>
    public static bool Has(Operation operation) =>
        Kernels.ContainsKey(operation.Type)
        && (!RecurrentKernels.Kernels.ContainsKey(operation.Type) || (operation.Outputs[0].DType == DType.Float32 && Blas.IsAvailable));

    /// <summary>The kernel of an operation.</summary>
    /// <exception cref="NotSupportedException">It has none.</exception>
    public static KernelBinder Get(Operation operation) =>
        Kernels.TryGetValue(operation.Type, out var binder)
            ? binder
            : throw new NotSupportedException($"{operation.Name}: the Torch engine has no kernel for the op {operation.Type}.");

    /// <summary>Whether an operation computes each element from the same element of its inputs, so that it may overwrite one.</summary>
    public static bool IsElementwise(Operation operation) => ElementwiseKernels.Kernels.ContainsKey(operation.Type);

    private static Dictionary<string, KernelBinder> Join(
        params (string Family, IReadOnlyDictionary<string, KernelBinder> Kernels)[] families
    )
    {
        var table = new Dictionary<string, KernelBinder>(StringComparer.Ordinal);
        foreach (var (family, kernels) in families)
        foreach (var (op, binder) in kernels)
            if (!table.TryAdd(op, binder))
                throw new InvalidOperationException($"The kernel of {op} stands twice; the second time in {family}.");
        return table;
    }
}
