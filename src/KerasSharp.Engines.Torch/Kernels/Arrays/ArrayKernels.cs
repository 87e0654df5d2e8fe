using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Arrays;

/// <summary>The kernels of the family Arrays.</summary>
internal static class ArrayKernels
{
    public static readonly IReadOnlyDictionary<string, KernelBinder> Kernels = new Dictionary<string, KernelBinder>([
        .. AliasKernels.Kernels,
        .. MoveKernels.Kernels,
        .. JoinKernels.Kernels,
        .. PadKernels.Kernels,
        .. IndexMapKernels.Kernels,
        .. GatherKernels.Kernels,
        .. ScatterKernels.Kernels,
        .. ShapeKernels.Kernels,
        .. SequenceKernels.Kernels,
        .. WhereKernels.Kernels,
        .. DiagonalKernels.Kernels,
        .. BlockKernels.Kernels,
        .. StitchKernels.Kernels,
        .. UniqueKernels.Kernels,
        new("OneHot", OneHotKernel.Bind),
        new("ReverseSequence", ReverseSequenceKernel.Bind),
    ]);
}
