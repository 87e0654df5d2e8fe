using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    internal static readonly OpDefinition LinSpaceDefinition = new(
        "LinSpace(start: T, stop: T, num: Tidx) -> output: T | T: type, Tidx: type = int32",
        context => [Shape.Of(context.Ints(2) is [var count] ? count : -1)]
    );

    /// <summary>num numbers at equal distances from start to stop, both included.</summary>
    public static Tensor LinSpace(Tensor start, Tensor stop, Tensor num, string? name = null) =>
        Make(LinSpaceDefinition, [start, stop, num], null, name);
}
