using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    internal static readonly OpDefinition EinsumDefinition = new(
        "Einsum(inputs: N*T) -> output: T | equation: string, N: int, T: type",
        context =>
        {
            var shapes = Enumerable.Range(0, context.InputCount).Select(context.Shape).ToArray();
            return
            [
                Array.TrueForAll(shapes, shape => shape.HasRank)
                    ? EinsumEquation.Parse(context.Attr<string>("equation")).OutputShape(shapes)
                    : Shape.Unknown,
            ];
        }
    );

    /// <summary>A sum of products by Einstein's convention, such as <c>bij,bjk->bik</c>.</summary>
    /// <param name="inputs">One or two tensors.</param>
    /// <param name="equation">A letter for each axis, an ellipsis for axes that are broadcast; axes that are not in the result are summed over.</param>
    /// <param name="name">A name hint.</param>
    public static Tensor Einsum(IReadOnlyList<Tensor> inputs, string equation, string? name = null) =>
        Make(EinsumDefinition, inputs, new Attributes { ["equation"] = equation }, name);
}
