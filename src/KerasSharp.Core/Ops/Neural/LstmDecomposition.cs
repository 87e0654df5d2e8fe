using KerasSharp.Graphs;

namespace KerasSharp.Ops;

/// <summary>What the fused LSTM and its gradient mean, as scans.</summary>
internal static class LstmDecomposition
{
    /// <summary>h, c and gates of every step.</summary>
    public static IReadOnlyList<Tensor> Forward(Operation operation)
    {
        var (x, h0, c0) = (operation.Inputs[0], operation.Inputs[1], operation.Inputs[2]);
        var (kernel, recurrent, bias) = (operation.Inputs[3], operation.Inputs[4], operation.Inputs[5]);
        // The projections of all steps are one product.
        var steps = Op.Slice(Op.ShapeOf(x), [0], [2]);
        var projected = Op.Reshape(Op.MatMul(Rows(x), kernel) + bias, Op.ConcatV2([steps, Op.ShapeOf(bias)], 0));
        var scan = Op.Scan(
            step =>
            {
                var z = step.Inputs[0] + Op.MatMul(step.States[0], recurrent);
                var parts = Op.Split(Op.Int(1), z, 4);
                var (i, f, g, o) = (Op.Sigmoid(parts[0]), Op.Sigmoid(parts[1]), Op.Tanh(parts[2]), Op.Sigmoid(parts[3]));
                var c = f * step.States[1] + i * g;
                return new ScanResult([o * Op.Tanh(c), c], [Op.ConcatV2([i, f, g, o], Op.Int(1))]);
            },
            [projected],
            [h0, c0],
            operation.Attributes.Get<bool>("reverse")
        );
        return [scan.StateHistory[0], scan.StateHistory[1], scan.Outputs[0]];
    }

    /// <summary>Back-propagation through time from stored gates and states.</summary>
    public static IReadOnlyList<Tensor> Backward(Operation operation)
    {
        var inputs = operation.Inputs;
        var (x, h0, c0, kernel, recurrent) = (inputs[0], inputs[1], inputs[2], inputs[3], inputs[4]);
        bool reverse = operation.Attributes.Get<bool>("reverse");
        var scan = Op.Scan(
            step => Step(step, recurrent),
            [inputs[7], inputs[6], SequenceShift.Previous(inputs[6], c0, reverse), inputs[8], inputs[9]],
            [Op.ZerosLike(h0), Op.ZerosLike(c0)],
            !reverse
        );
        var dz = Rows(scan.Outputs[0]);
        var dx = Op.Reshape(Op.MatMul(dz, kernel, transposeB: true), Op.ShapeOf(x));
        return
        [
            dx,
            scan.FinalStates[0],
            scan.FinalStates[1],
            Op.MatMul(Rows(x), dz, transposeA: true),
            Op.MatMul(Rows(SequenceShift.Previous(inputs[5], h0, reverse)), dz, transposeA: true),
            Op.Sum(dz, Op.Ints(0)),
        ];
    }

    private static ScanResult Step(ScanStep step, Tensor recurrent)
    {
        var parts = Op.Split(Op.Int(1), step.Inputs[0], 4);
        var (i, f, g, o) = (parts[0], parts[1], parts[2], parts[3]);
        var tanh = Op.Tanh(step.Inputs[1]);
        var dh = step.States[0] + step.Inputs[3];
        var dc = step.States[1] + step.Inputs[4] + Op.TanhGrad(tanh, dh * o);
        var dz = Op.ConcatV2(
            [Op.SigmoidGrad(i, dc * g), Op.SigmoidGrad(f, dc * step.Inputs[2]), Op.TanhGrad(g, dc * i), Op.SigmoidGrad(o, dh * tanh)],
            Op.Int(1)
        );
        return new ScanResult([Op.MatMul(dz, recurrent, transposeB: true), dc * f], [dz]);
    }

    /// <summary>[time, batch, n] as [time · batch, n].</summary>
    private static Tensor Rows(Tensor sequence) =>
        sequence.Shape[-1] >= 0
            ? Op.Reshape(sequence, -1, sequence.Shape[-1])
            : Op.Reshape(
                sequence,
                Op.ConcatV2([Op.Ints(-1), Op.StridedSlice(Op.ShapeOf(sequence), Op.Ints(2), Op.Ints(3), Op.Ints(1))], Op.Int(0))
            );
}
