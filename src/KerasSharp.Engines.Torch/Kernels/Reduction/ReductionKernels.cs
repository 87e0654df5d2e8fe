using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Reduction;

/// <summary>The kernels of the family Reduction.</summary>
internal static class ReductionKernels
{
    public static readonly IReadOnlyDictionary<string, KernelBinder> Kernels = new Dictionary<string, KernelBinder>([
        .. ReduceKernels.Kernels,
        .. CumulativeKernels.Kernels,
        .. ArgKernels.Kernels,
        .. TopKKernels.Kernels,
        .. SegmentKernels.Kernels,
        .. BincountKernels.Kernels,
    ]);
}
