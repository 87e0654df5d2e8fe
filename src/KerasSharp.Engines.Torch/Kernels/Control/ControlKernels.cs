using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Control;

/// <summary>The kernels of the family Control.</summary>
internal static class ControlKernels
{
    public static readonly IReadOnlyDictionary<string, KernelBinder> Kernels = new Dictionary<string, KernelBinder>
    {
        ["Identity"] = Alias,
        ["StopGradient"] = Alias,
        ["IdentityN"] = Alias,
        ["Scan"] = ScanKernel.Bind,
    };

    /// <summary>Each output is the input of the same place.</summary>
    public static Action? Alias(KernelContext context)
    {
        for (int i = 0; i < context.OutputCount; i++)
            context.Alias(i, i);
        return null;
    }
}
