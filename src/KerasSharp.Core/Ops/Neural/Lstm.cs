using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    internal static readonly OpDefinition LstmDefinition = new(
        "Lstm(x: T, h0: T, c0: T, kernel: T, recurrent: T, bias: T) -> h: T, c: T, gates: T | reverse: bool = false, T: type",
        context =>
        {
            var (x, state) = (context.WithRank(0, 3), context.WithRank(1, 2));
            var steps = Shape.Of(x[0], ShapeRules.MergeDim(x[1], state[0], "the batch lengths of x and h0"));
            return [steps.Concat(state.Slice(1)), steps.Concat(state.Slice(1)), steps.Concat(context.WithRank(5, 1))];
        }
    )
    {
        Decompose = LstmDecomposition.Forward,
    };

    internal static readonly OpDefinition LstmGradDefinition = new(
        "LstmGrad(x: T, h0: T, c0: T, kernel: T, recurrent: T, h: T, c: T, gates: T, dh: T, dc: T) "
            + "-> dx: T, dh0: T, dc0: T, dkernel: T, drecurrent: T, dbias: T | reverse: bool = false, T: type",
        context => [.. Enumerable.Range(0, 5).Select(context.Shape), context.WithRank(4, 2).Slice(1)]
    )
    {
        Decompose = LstmDecomposition.Backward,
    };

    /// <summary>
    /// A long short-term memory over a whole sequence (Hochreiter and Schmidhuber 1997, with forget gate), with the gates in Keras's order: input,
    /// forget, candidate, output; sigmoid gates and tanh.
    /// </summary>
    /// <param name="x">[time, batch, features].</param>
    /// <param name="h0">[batch, units]: the output before the first step.</param>
    /// <param name="c0">[batch, units]: the cell state before the first step.</param>
    /// <param name="kernel">[features, 4 · units].</param>
    /// <param name="recurrent">[units, 4 · units].</param>
    /// <param name="bias">[4 · units].</param>
    /// <param name="reverse">Whether to go from the last entry to the first; results stay in the order of x.</param>
    /// <param name="name">A name hint.</param>
    /// <returns>Outputs and cell states [time, batch, units], and the gates' values [time, batch, 4 · units].</returns>
    public static (Tensor H, Tensor C, Tensor Gates) Lstm(
        Tensor x,
        Tensor h0,
        Tensor c0,
        Tensor kernel,
        Tensor recurrent,
        Tensor bias,
        bool reverse = false,
        string? name = null
    )
    {
        var outputs = MakeMany(LstmDefinition, [x, h0, c0, kernel, recurrent, bias], new Attributes { ["reverse"] = reverse }, name);
        return (outputs[0], outputs[1], outputs[2]);
    }
}
