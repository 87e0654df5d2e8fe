using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    /// <summary>Where values would be put into sorted rows.</summary>
    internal static readonly Dictionary<string, OpDefinition> BoundDefinitions = Table(
        name => new OpDefinition(
            $"{name}(sorted_inputs: T, values: T) -> output: out_type | T: type, out_type: type = int32",
            context => [context.WithRank(1, 2)]
        ),
        ["LowerBound", "UpperBound"]
    );

    internal static readonly OpDefinition BucketizeDefinition = new(
        "Bucketize(input: T) -> output: int32 | T: type, boundaries: list(float)",
        ShapeRules.SameAsFirst
    );

    /// <summary>For each value the first index of its row of sorted inputs whose element is not less.</summary>
    /// <param name="sortedInputs">[rows, n], each row ascending.</param>
    /// <param name="values">[rows, m].</param>
    /// <param name="outType">int32 or int64.</param>
    /// <param name="name">A name hint.</param>
    public static Tensor LowerBound(Tensor sortedInputs, Tensor values, DType outType = DType.Int32, string? name = null) =>
        Make(BoundDefinitions["LowerBound"], [sortedInputs, values], new Attributes { ["out_type"] = outType }, name);

    /// <summary>For each value the first index of its row of sorted inputs whose element is greater; see <see cref="LowerBound"/>.</summary>
    public static Tensor UpperBound(Tensor sortedInputs, Tensor values, DType outType = DType.Int32, string? name = null) =>
        Make(BoundDefinitions["UpperBound"], [sortedInputs, values], new Attributes { ["out_type"] = outType }, name);

    /// <summary>For each element how many of the ascending boundaries are not greater.</summary>
    public static Tensor Bucketize(Tensor input, ReadOnlySpan<double> boundaries, string? name = null) =>
        Make(BucketizeDefinition, [input], new Attributes { ["boundaries"] = boundaries.ToArray() }, name);
}
