using KerasSharp.Ops;

namespace KerasSharp.Losses;

/// <summary>
/// The forward algorithm of CTC (Graves et al., 2006). A sample's states are its labels with a blank before, between and after them; from
/// one time step to the next a path stays, moves to the next state, or leaps over a blank between two different labels.
/// </summary>
internal sealed class CtcAlignments
{
    /// <summary>Stands for log 0 where infinity would make gradients NaN.</summary>
    private const double Impossible = -1e30;

    private readonly Tensor labels;
    private readonly Tensor emitted;
    private readonly Tensor leap;
    private readonly int states;

    public CtcAlignments(Tensor labels, Tensor logits)
    {
        this.labels = labels;
        states = 2 * (int)labels.Shape[1] + 1;
        var blanks = Op.ZerosLike(labels);
        var pairs = Op.Reshape(Op.Pack([blanks, labels], 2), -1, states - 1);
        var classes = Op.ConcatV2([pairs, Op.Slice(blanks, [0, 0], [-1, 1])], 1);
        var chosen = Op.OneHot(classes, K.Dimension(logits, -1), Op.Constant(1, logits.DType), Op.Constant(0, logits.DType));
        var perState = Op.BatchMatMulV2(Activations.LogSoftmax(logits), chosen, adjY: true);
        emitted = Op.Transpose(perState, 1, 0, 2);
        leap = Barrier(Op.LogicalAnd(Op.NotEqual(classes, Op.Int(0)), Op.NotEqual(classes, Shifted(classes, 2, 0))));
    }

    /// <summary>The loss of each sample; infinite where there are too few time steps for its labels.</summary>
    public Tensor Loss()
    {
        var numbers = Op.Range(Op.Int(0), Op.Int(states), Op.Int(1));
        var atStart = Op.Equal(numbers, Op.Slice(Op.ZerosLike(labels), [0, 0], [-1, 1]));
        var last = AfterAllSteps(Barrier(atStart));
        var length = K.Sum(Op.Cast(Op.NotEqual(labels, Op.Int(0)), DType.Int32), [-1]);
        var end = Op.ExpandDims(2 * length, 1);
        var atEnd = Op.LogicalOr(Op.Equal(numbers, end), Op.Equal(numbers, end - 1));
        var loss = -K.LogSumExp(last + Barrier(atEnd), [1]);
        return Op.SelectV2(Op.Less(loss, Op.Constant(-Impossible / 2, loss.DType)), loss, Op.Constant(double.PositiveInfinity, loss.DType));
    }

    /// <summary>The steps one by one where their number is known, which also gives gradients where the number of samples is not.</summary>
    private Tensor AfterAllSteps(Tensor start)
    {
        if (emitted.Shape[0] < 0)
            return Op.Scan(Step, [emitted], [start]).FinalStates[0];
        return Op.Unpack(emitted, (int)emitted.Shape[0])
            .Aggregate(start, (before, entry) => Step(new ScanStep([entry], [before])).States[0]);
    }

    private ScanResult Step(ScanStep step)
    {
        var before = step.States[0];
        var stay = Op.ExpandDims(before, 0);
        var move = Op.ExpandDims(Shifted(before, 1, Impossible), 0);
        var leapt = Op.ExpandDims(Shifted(before, 2, Impossible) + leap, 0);
        return new ScanResult([K.LogSumExp(Op.ConcatV2([stay, move, leapt], 0), [0]) + step.Inputs[0]], []);
    }

    /// <summary>Each state's value taken from a state some places before it.</summary>
    private Tensor Shifted(Tensor x, int places, double fill)
    {
        var padding = Op.Reshape(Op.Ints(0, 0, places, 0), 2, 2);
        return Op.Slice(Op.PadV2(x, padding, Op.Constant(fill, x.DType)), [0, 0], [-1, states]);
    }

    /// <summary>0 where true, log 0 where false.</summary>
    private static Tensor Barrier(Tensor open) => Op.SelectV2(open, Op.Constant(0), Op.Constant(Impossible));
}
