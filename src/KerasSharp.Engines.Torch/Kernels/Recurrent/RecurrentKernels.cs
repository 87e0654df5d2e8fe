using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Recurrent;

/// <summary>The kernels of fused recurrent layers. Where one does not fit, the op's decomposition runs.</summary>
internal static class RecurrentKernels
{
    public static readonly IReadOnlyDictionary<string, KernelBinder> Kernels = new Dictionary<string, KernelBinder>
    {
        ["Lstm"] = context => new LstmKernel(context).Run,
        ["LstmGrad"] = context => new LstmGradKernel(context).Run,
    };
}
