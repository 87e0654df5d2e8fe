using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Elementwise;

/// <summary>The kernels of the family Elementwise.</summary>
internal static class ElementwiseKernels
{
    public static readonly IReadOnlyDictionary<string, KernelBinder> Kernels = Build();

    /// <summary>What to throw for a data type that a kernel lacks.</summary>
    public static NotSupportedException NoKernel(KernelContext context) =>
        new(
            $"{context.Operation.Name}: the Torch engine has no kernel of {context.Operation.Type} for {context.Input(0).DType.Name()}. "
                + "Cast the input (Op.Cast)."
        );

    private static Dictionary<string, KernelBinder> Build()
    {
        var kernels = new Dictionary<string, KernelBinder>(StringComparer.Ordinal)
        {
            ["Cast"] = CastKernels.Bind,
            ["SelectV2"] = SelectKernels.Bind,
            ["AddN"] = AddNKernel.Bind,
            ["LogicalNot"] = ComparisonKernels.BindNot,
            ["IsNan"] = ComparisonKernels.BindPredicate,
            ["IsInf"] = ComparisonKernels.BindPredicate,
            ["IsFinite"] = ComparisonKernels.BindPredicate,
        };
        foreach (var name in UnaryKernels.Names)
            kernels.Add(name, UnaryKernels.Bind);
        foreach (var name in BinaryKernels.Names)
            kernels.Add(name, BinaryKernels.Bind);
        foreach (var name in ComparisonKernels.Names)
            kernels.Add(name, ComparisonKernels.Bind);
        return kernels;
    }
}
