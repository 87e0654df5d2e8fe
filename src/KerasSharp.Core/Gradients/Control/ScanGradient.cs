using KerasSharp.Graphs;
using KerasSharp.Ops;

namespace KerasSharp.Gradients;

/// <summary>
/// The gradient of a scan is a scan the other way: at each step it computes the body again from the states that were stored, and passes the
/// gradient of the states on. The gradients of constants add up over the steps.
/// </summary>
internal static class ScanGradient
{
    public static IReadOnlyList<Tensor?> Rule(GradientContext context)
    {
        var scan = new Parts(context);
        var stateGradients = Enumerable.Range(0, scan.States).Select(i => context.Gradient(i)).ToList();
        var histories = Enumerable.Range(scan.States, scan.States).Where(context.HasGradient).ToList();
        var outputs = Enumerable.Range(2 * scan.States, scan.Body.Outputs.Count - scan.States).Where(context.HasGradient).ToList();
        var constants = scan.Constants.Where(constant => constant.DType.IsDifferentiable()).ToList();
        var backward = Op.Scan(
            step => Step(scan, step, histories, outputs, constants),
            [.. scan.Sequences, .. scan.PreviousStates(), .. histories.Concat(outputs).Select(context.Gradient)],
            [.. stateGradients, .. constants.Select(constant => Op.ZerosLike(constant))],
            !scan.Reverse
        );
        return scan.InputGradients(backward);
    }

    private static ScanResult Step(Parts scan, ScanStep step, List<int> histories, List<int> outputs, List<Tensor> constants)
    {
        int sequences = scan.Sequences.Count;
        var entries = step.Inputs.Take(sequences).ToList();
        var previous = step.Inputs.Skip(sequences).Take(scan.States).ToList();
        var incoming = step.Inputs.Skip(sequences + scan.States).ToList();
        var results = scan.Body.Apply([.. entries, .. previous, .. scan.Constants]);
        var gradients = new Tensor?[results.Count];
        for (int i = 0; i < scan.States; i++)
            gradients[i] = step.States[i];
        for (int i = 0; i < histories.Count; i++)
            gradients[histories[i] - scan.States] = step.States[histories[i] - scan.States] + incoming[i];
        for (int i = 0; i < outputs.Count; i++)
            gradients[outputs[i] - scan.States] = incoming[histories.Count + i];
        var targets = Enumerable
            .Range(0, results.Count)
            .Where(i => gradients[i] is not null && results[i].DType.IsDifferentiable())
            .ToList();
        var sources = entries.Where(entry => entry.DType.IsDifferentiable()).Concat(previous).Concat(constants).ToList();
        var flowing = GradientBuilder.Through([.. targets.Select(i => results[i])], sources, [.. targets.Select(i => gradients[i])]);
        var filled = flowing.Select((gradient, i) => gradient ?? Op.ZerosLike(sources[i])).ToList();
        int inputs = sources.Count - previous.Count - constants.Count;
        var sums = filled.Skip(inputs + previous.Count).Select((gradient, i) => step.States[scan.States + i] + gradient);
        return new ScanResult([.. filled.Skip(inputs).Take(previous.Count), .. sums], [.. filled.Take(inputs)]);
    }

    /// <summary>The inputs of a scan by role.</summary>
    private sealed class Parts(GradientContext context)
    {
        public GraphFunction Body { get; } = context.Attr<GraphFunction>("body");

        public bool Reverse { get; } = context.Attr<bool>("reverse");

        public int States { get; } = (int)context.Attr<long>("states");

        public List<Tensor> Sequences { get; } = [.. context.Operation.Inputs.Take((int)context.Attr<long>("sequences"))];

        public List<Tensor> Constants { get; } =
        [.. context.Operation.Inputs.Skip((int)(context.Attr<long>("sequences") + context.Attr<long>("states")))];

        /// <summary>For each state its value before each step: the initial one, then the history without its last.</summary>
        public IEnumerable<Tensor> PreviousStates()
        {
            for (int i = 0; i < States; i++)
                yield return SequenceShift.Previous(context.Output(States + i), context.Input(Sequences.Count + i), Reverse);
        }

        /// <summary>The backward scan's results in the order of the inputs.</summary>
        public IReadOnlyList<Tensor?> InputGradients(ScanOutputs backward) =>
            [
                .. OfDifferentiable(Sequences, backward.Outputs),
                .. backward.FinalStates.Take(States),
                .. OfDifferentiable(Constants, [.. backward.FinalStates.Skip(States)]),
            ];

        /// <summary>For each tensor its gradient, given those of the tensors that have one.</summary>
        private static IEnumerable<Tensor?> OfDifferentiable(List<Tensor> tensors, IReadOnlyList<Tensor> gradients)
        {
            int next = 0;
            foreach (var tensor in tensors)
                yield return tensor.DType.IsDifferentiable() ? gradients[next++] : null;
        }
    }
}
