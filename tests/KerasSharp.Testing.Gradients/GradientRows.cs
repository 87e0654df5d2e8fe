namespace KerasSharp.Testing.Gradients;

/// <summary>A family's rows, written as a collection initializer.</summary>
internal sealed class GradientRows : List<GradientRow>
{
    /// <summary>The rows of all families.</summary>
    public static IEnumerable<GradientRow> All =>
        [
            .. UnaryRows.Rows,
            .. BinaryRows.Rows,
            .. ArrayRows.Rows,
            .. JoinRows.Rows,
            .. MathRows.Rows,
            .. ReductionRows.Rows,
            .. NeuralRows.Rows,
            .. PoolRows.Rows,
            .. ConvolutionRows.Rows,
            .. ImageRows.Rows,
            .. ControlRows.Rows,
        ];

    public void Add(string op, Argument[] arguments, Func<Tensor[], Tensor> build) => Add(op, "", arguments, build);

    public void Add(string op, string variant, Argument[] arguments, Func<Tensor[], Tensor> build) =>
        Add(new GradientRow(op, variant, arguments, inputs => [build(inputs)]));

    public void Add(string op, string variant, Argument[] arguments, Func<Tensor[], IReadOnlyList<Tensor>> build) =>
        Add(new GradientRow(op, variant, arguments, build));

    /// <summary>The rows in both types that the engine has kernels of their own for.</summary>
    public IEnumerable<GradientRow> InBothTypes() =>
        this.Concat(With(row => row with { Variant = $"{row.Variant}, float32".TrimStart(',', ' '), DType = DType.Float32 }));

    /// <summary>The same rows with a property changed in each.</summary>
    public IEnumerable<GradientRow> With(Func<GradientRow, GradientRow> change) => this.Select(change);
}
