using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    internal static readonly OpDefinition PlaceholderDefinition = new(
        "Placeholder() -> output: dtype | dtype: type, shape: shape = ?",
        context => [context.Attr<Shape>("shape")]
    );

    /// <summary>A value that a run is given.</summary>
    /// <param name="dtype">The type.</param>
    /// <param name="shape">What is known of the shape; nothing by default.</param>
    /// <param name="name">A name hint.</param>
    public static Tensor Placeholder(DType dtype, Shape? shape = null, string? name = null) =>
        Make(PlaceholderDefinition, [], new Attributes { ["dtype"] = dtype, ["shape"] = shape ?? Shape.Unknown }, name);
}
