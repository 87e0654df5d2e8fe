using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    internal static readonly OpDefinition BincountDefinition = new(
        "Bincount(arr: int32, size: int32, weights: T) -> bins: T | T: type",
        context => [Shape.Of(context.Ints(1) is [var size] ? size : -1)]
    );

    internal static readonly OpDefinition DenseBincountDefinition = new(
        "DenseBincount(input: Tidx, size: Tidx, weights: T) -> output: T | Tidx: type, T: type, binary_output: bool = false",
        context =>
        {
            var bins = Shape.Of(context.Ints(1) is [var size] ? size : -1);
            var input = context.Shape(0);
            return
            [
                !input.HasRank ? Shape.Unknown
                : input.Rank == 2 ? input.Slice(0, 1).Concat(bins)
                : bins,
            ];
        }
    );

    internal static readonly OpDefinition HistogramFixedWidthDefinition = new(
        "HistogramFixedWidth(values: T, value_range: T, nbins: int32) -> out: dtype | T: type, dtype: type = int32",
        context => [Shape.Of(context.Ints(2) is [var bins] ? bins : -1)]
    );

    /// <summary>How often each number from 0 to size - 1 comes, or the sum of the weights at it.</summary>
    /// <param name="arr">Numbers of 0 or more; those from size on are left out.</param>
    /// <param name="size">The number of bins, a scalar.</param>
    /// <param name="weights">A weight for each number, or an empty vector to count.</param>
    /// <param name="name">A name hint.</param>
    public static Tensor Bincount(Tensor arr, Tensor size, Tensor weights, string? name = null) =>
        Make(BincountDefinition, [arr, size, weights], null, name);

    /// <summary>As <see cref="Bincount"/>, of a vector or of each row of a matrix; binaryOutput says only whether a number comes.</summary>
    public static Tensor DenseBincount(Tensor input, Tensor size, Tensor weights, bool binaryOutput = false, string? name = null) =>
        Make(DenseBincountDefinition, [input, size, weights], new Attributes { ["binary_output"] = binaryOutput }, name);

    /// <summary>How many values lie in each of some bins of equal width.</summary>
    /// <param name="values">The values; those outside count in the outermost bins.</param>
    /// <param name="valueRange">[lowest, highest].</param>
    /// <param name="nbins">The number of bins, a scalar.</param>
    /// <param name="dtype">int32 or int64.</param>
    /// <param name="name">A name hint.</param>
    public static Tensor HistogramFixedWidth(
        Tensor values,
        Tensor valueRange,
        Tensor nbins,
        DType dtype = DType.Int32,
        string? name = null
    ) => Make(HistogramFixedWidthDefinition, [values, valueRange, nbins], new Attributes { ["dtype"] = dtype }, name);
}
