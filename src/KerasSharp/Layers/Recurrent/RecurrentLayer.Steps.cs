using KerasSharp.Ops;

namespace KerasSharp.Layers;

public abstract partial class RecurrentLayer
{
    /// <summary>A single op for the whole sequence, where there is one; null otherwise.</summary>
    private protected virtual RecurrentResult? RunFused(Tensor sequence, IReadOnlyList<Tensor> states, CallContext context) => null;

    /// <summary>The entry that was computed last of results in the order of the sequence.</summary>
    private protected Tensor LastStep(Tensor steps) => Op.GatherV2(steps, GoBackwards ? Op.Int(0) : K.Dimension(steps, 0) - Op.Int(1));

    private RecurrentResult Run(Tensor sequence, IReadOnlyList<Tensor> states, CallContext context)
    {
        var (prepared, step) = Cell.Prepare(sequence, context);
        var scan = Op.Scan(
            at =>
            {
                var (output, next) = step(at.Inputs[0], at.States);
                return new ScanResult(next, ReferenceEquals(output, next[0]) ? [] : [output]);
            },
            [prepared],
            states,
            GoBackwards
        );
        return scan.Outputs.Count == 0
            ? new RecurrentResult(scan.StateHistory[0], scan.FinalStates[0], scan.FinalStates)
            : new RecurrentResult(scan.Outputs[0], LastStep(scan.Outputs[0]), scan.FinalStates);
    }

    /// <summary>Masked steps leave the states as they are; their output is that of the step before, or 0.</summary>
    private RecurrentResult RunMasked(Tensor sequence, Tensor mask, IReadOnlyList<Tensor> states, CallContext context)
    {
        var (prepared, step) = Cell.Prepare(sequence, context);
        var nothing = Op.Fill(Length.ShapeTensor([Length.Of(sequence, 1), Cell.OutputSize]), Op.Constant(0, DType));
        var scan = Op.Scan(
            at =>
            {
                var old = at.States.Take(states.Count).ToArray();
                var (output, next) = step(at.Inputs[0], old);
                var kept = next.Select((state, i) => Op.SelectV2(at.Inputs[1], state, old[i]));
                return new ScanResult(
                    [.. kept, Op.SelectV2(at.Inputs[1], output, Options.ZeroOutputForMask ? nothing : at.States[^1])],
                    []
                );
            },
            [prepared, mask],
            [.. states, nothing],
            GoBackwards
        );
        return new RecurrentResult(scan.StateHistory[^1], scan.FinalStates[^1], [.. scan.FinalStates.Take(states.Count)]);
    }
}
