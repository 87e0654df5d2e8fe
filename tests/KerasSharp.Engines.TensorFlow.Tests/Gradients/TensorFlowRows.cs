using KerasSharp.Testing.Gradients;

namespace KerasSharp.Engines.TensorFlow.Tests.Gradients;

/// <summary>The gradient rows as far as TensorFlow has kernels for the CPU that can run them.</summary>
internal static class TensorFlowRows
{
    private static readonly HashSet<string> OfFloat32Only =
    [
        "AvgPool3D",
        "AvgPool3DGrad",
        "MaxPool3D",
        "MaxPool3DGrad",
        "MaxPool3DGradGrad",
    ];

    /// <summary>Ops of gradients that only GPUs have kernels for.</summary>
    public static readonly IReadOnlySet<string> NotOnCpu = new HashSet<string> { "MaxPoolGradWithArgmax", "MaxPoolGradGradWithArgmax" };

    /// <summary>The rows, in float32 where there is no other kernel.</summary>
    public static IEnumerable<GradientRow> All =>
        GradientRows
            .All.Where(row => !NotOnCpu.Contains(row.Op))
            .Select(row => OfFloat32Only.Contains(row.Op) ? row with { DType = DType.Float32 } : row);

    /// <summary>Rows as the cases of a test.</summary>
    public static IEnumerable<TestCaseData> Cases(IEnumerable<GradientRow> rows) =>
        rows.Select(row => new TestCaseData(row).SetArgDisplayNames(row.ToString()));
}
