using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Algebra;

/// <summary>The kernels of the family Math.</summary>
internal static class MathKernels
{
    public static readonly IReadOnlyDictionary<string, KernelBinder> Kernels = new Dictionary<string, KernelBinder>([
        .. MatMulKernels.Kernels,
        .. ClipKernels.Kernels,
        .. SearchKernels.Kernels,
        .. LinearAlgebraKernels.Kernels,
        new("Einsum", EinsumKernel.Bind),
    ]);
}
