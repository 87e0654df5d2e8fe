using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    internal static readonly OpDefinition UnravelIndexDefinition = new(
        "UnravelIndex(indices: Tidx, dims: Tidx) -> output: Tidx | Tidx: type = int32",
        context =>
        {
            long rank = context.WithRank(1, 1)[0];
            var indices = context.Shape(0);
            return
            [
                !indices.HasRank ? Shape.Unknown
                : indices.Rank == 0 ? Shape.Of(rank)
                : Shape.Of(rank, indices.Size),
            ];
        }
    );

    /// <summary>Flat indices into a shape as index vectors, one a column: [rank, number of indices], or [rank] for a scalar.</summary>
    public static Tensor UnravelIndex(Tensor indices, Tensor dims, string? name = null) =>
        Make(UnravelIndexDefinition, [indices, dims], null, name);
}
