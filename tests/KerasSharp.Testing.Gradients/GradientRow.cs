namespace KerasSharp.Testing.Gradients;

/// <summary>One way to apply an op, to be differentiated at random inputs inside the domain where it is smooth.</summary>
/// <param name="Op">The op whose gradient rule is tried.</param>
/// <param name="Variant">What sets the row apart from others of the op; empty where there is only one.</param>
/// <param name="Arguments">The inputs by which it is differentiated.</param>
/// <param name="Build">The outputs of the op; those that are no floating numbers are left out of account.</param>
internal sealed record GradientRow(
    string Op,
    string Variant,
    IReadOnlyList<Argument> Arguments,
    Func<Tensor[], IReadOnlyList<Tensor>> Build
)
{
    /// <summary>The type of the inputs: float64 unless the op is one of float32 only.</summary>
    public DType DType { get; init; } = DType.Float64;

    /// <summary>What becomes of the gradient's own gradient.</summary>
    public SecondOrder SecondOrder { get; init; } = SecondOrder.Exact;

    /// <summary>False where the rule needs shapes that are known when the graph is built, and says so.</summary>
    public bool TakesUnknownShapes { get; init; } = true;

    /// <inheritdoc/>
    public override string ToString() => Variant.Length == 0 ? Op : $"{Op}, {Variant}";
}
