using KerasSharp.Ops;
using static KerasSharp.Ops.Op;
using static KerasSharp.Testing.Gradients.Argument;

namespace KerasSharp.Testing.Gradients;

/// <summary>Scans and what is made of them, identities, drawn orders.</summary>
internal static class ControlRows
{
    public static IEnumerable<GradientRow> Rows =>
        [
            .. Scans.InBothTypes(),
            .. Fused.InBothTypes(),
            new("Identity", "", [In(2, 3)], x => [Identity(x[0])]),
            new("IdentityN", "", [In(2, 3), In(2)], x => IdentityN(x)),
            new("IdentityN", "of which one is used", [In(2, 3), In(2)], x => [IdentityN(x)[1]]),
            new("StatelessShuffle", "", [In(5, 2)], x => [Shuffled(x[0])]),
        ];

    private static GradientRows Scans =>
        new()
        {
            { "Scan", "without states", [In(3, 2)], x => Scan(step => new ScanResult([], [Tanh(step.Inputs[0])]), [x[0]], []).Outputs },
            { "Scan", "final state", [In(3, 2, 2), In(2, 3), In(2, 3), In(3, 3)], x => Recurrent(x, false).FinalStates },
            { "Scan", "history, reverse", [In(3, 2, 2), In(2, 3), In(2, 3), In(3, 3)], x => Recurrent(x, true).StateHistory },
            { "Scan", "outputs", [In(3, 2, 2), In(2, 3), In(2, 3), In(3, 3)], x => Recurrent(x, false).Outputs },
            { "Scan", "everything, one step", [In(1, 2, 2), In(2, 3), In(2, 3), In(3, 3)], x => All(Recurrent(x, true)) },
            { "Scan", "a shape computed in the body", [In(3, 2, 2)], x => Reshaped(x[0]).Outputs },
            { "Scan", "a counter and a mask beside", [In(3, 2), In(2)], x => All(Masked(x)) },
            { "Scan", "one tensor for two constants", [In(3, 2, 2), In(2, 3), In(2, 3)], OfOneConstant },
            { "Scan", "two states, two sequences", [In(3, 2), In(3, 2), In(2), In(2)], x => All(Pair(x)) },
        };

    private static GradientRows Fused =>
        [
            Lstm("forward", false),
            Lstm("reverse", true),
            new(
                "Lstm",
                "one tensor for both states",
                [In(3, 2, 2), In(2, 1), In(2, 4), In(1, 4), In(4)],
                x => LstmOutputs([x[0], x[1], .. x[1..]], false)[..2]
            ),
            new("LstmGrad", "forward", LstmArguments, x => LstmBack(x, false)),
            new("LstmGrad", "reverse", LstmArguments, x => LstmBack(x, true)),
        ];

    private static Argument[] LstmArguments => [In(3, 2, 2), In(2, 1), In(2, 1), In(2, 4), In(1, 4), In(4)];

    private static GradientRow Lstm(string variant, bool reverse) => new("Lstm", variant, LstmArguments, x => LstmOutputs(x, reverse)[..2]);

    private static Tensor[] LstmOutputs(Tensor[] x, bool reverse)
    {
        var (h, c, gates) = Op.Lstm(x[0], x[1], x[2], x[3], x[4], x[5], reverse);
        return [h, c, gates];
    }

    /// <summary>The gradients of the sequences of outputs and cell states are those of their squares.</summary>
    private static IReadOnlyList<Tensor> LstmBack(Tensor[] x, bool reverse)
    {
        var outputs = LstmOutputs(x, reverse);
        return Apply("LstmGrad", [.. x[..5], .. outputs, outputs[0], outputs[1]], new() { ["reverse"] = reverse });
    }

    /// <summary>Inputs: sequence, first state, kernel, recurrent kernel.</summary>
    private static ScanOutputs Recurrent(Tensor[] x, bool reverse) =>
        Scan(
            step =>
            {
                var state = Tanh(MatMul(step.Inputs[0], x[2]) + MatMul(step.States[0], x[3]));
                return new ScanResult([state], [state * Sigmoid(step.States[0])]);
            },
            [x[0]],
            [x[1]],
            reverse
        );

    /// <summary>Each state also feeds the other; the outputs read a sequence from outside the states.</summary>
    private static ScanOutputs Pair(Tensor[] x) =>
        Scan(
            step =>
            {
                var (a, b) = (step.States[0], step.States[1]);
                return new ScanResult([Tanh(a * step.Inputs[0] + b), a * Sigmoid(b)], [a * step.Inputs[1], Square(step.Inputs[1])]);
            },
            [x[0], x[1]],
            [x[2], x[3]]
        );

    /// <summary>The body's output has a shape that shape rules alone do not tell.</summary>
    private static ScanOutputs Reshaped(Tensor x) =>
        Scan(step => new ScanResult([], [Square(Reshape(step.Inputs[0], Abs(ShapeOf(step.Inputs[0]))))]), [x], []);

    /// <summary>A state and a sequence have no gradient: the number of steps so far, and which steps count.</summary>
    private static ScanOutputs Masked(Tensor[] x)
    {
        var mask = Constant(TensorValue.From<bool>(Shape.Of(3, 2), [true, true, false, true, true, false]));
        return Scan(
            step =>
            {
                var (state, count) = (step.States[0], step.States[1]);
                var next = SelectV2(step.Inputs[1], Tanh(state * step.Inputs[0] + Cast(count, x[0].DType)), state);
                return new ScanResult([next, AddV2(count, Int(1))], [next * 2]);
            },
            [x[0], mask],
            [x[1], Int(0)]
        );
    }

    /// <summary>The scan of two kernels, given one in place of both.</summary>
    private static IReadOnlyList<Tensor> OfOneConstant(Tensor[] x)
    {
        var other = Neg(x[2]);
        var scan = Scan(
            step => new ScanResult([Tanh(MatMul(step.Inputs[0], x[2]) + step.States[0])], [MatMul(step.Inputs[0], other)]),
            [x[0]],
            [x[1]]
        );
        var operation = scan.Outputs[0].Operation;
        return Apply("Scan", [.. operation.Inputs.Select(input => input == other ? x[2] : input)], operation.Attributes);
    }

    private static IReadOnlyList<Tensor> All(ScanOutputs outputs) => [.. outputs.FinalStates, .. outputs.StateHistory, .. outputs.Outputs];

    private static Tensor Shuffled(Tensor x)
    {
        var (key, counter) = StatelessRandomGetKeyCounter(Ints(3, 4));
        return StatelessShuffle(x, key, counter, Int(1));
    }
}
