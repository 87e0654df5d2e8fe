using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    /// <summary>
    /// Inputs: sequences, initial states, constants. Outputs: final states, state histories, step outputs. The body takes a sequence entry
    /// each, the states and the constants, and gives the new states and the step's outputs.
    /// </summary>
    internal static readonly OpDefinition ScanDefinition = new(
        "Scan(inputs: Tin...) -> outputs: Tout... | body: func, sequences: int, states: int, reverse: bool = false, Tin: list(type), Tout: list(type)",
        InferScan
    )
    {
        Decompose = ScanDecomposition.Unroll,
    };

    /// <summary>Applies a step function along time, carrying states from step to step: the general recurrent layer.</summary>
    /// <param name="body">One step. It may use any tensor from outside; what does not depend on the step is computed once.</param>
    /// <param name="sequences">At least one tensor, time first: [time, …].</param>
    /// <param name="initialStates">The states before the first step; their shapes do not change.</param>
    /// <param name="reverse">Whether to go from the last entry to the first. Stacked results stay in the order of the sequences.</param>
    /// <param name="name">A name hint.</param>
    /// <returns>Final states, state histories, and outputs; histories and outputs have time first.</returns>
    /// <exception cref="ArgumentException">There is no sequence, or the body changes the type or number of the states.</exception>
    public static ScanOutputs Scan(
        Func<ScanStep, ScanResult> body,
        IReadOnlyList<Tensor> sequences,
        IReadOnlyList<Tensor> initialStates,
        bool reverse = false,
        string? name = null
    )
    {
        if (sequences.Count == 0)
            throw new ArgumentException("A scan needs a sequence to go along.");
        var entries = sequences
            .Select(sequence => Placeholder(sequence.DType, sequence.Shape.HasRank ? sequence.Shape.Slice(1) : null))
            .ToList();
        var states = initialStates.Select(state => Placeholder(state.DType, state.Shape)).ToList();
        var result = body(new ScanStep(entries, states));
        if (!result.States.Select(state => state.DType).SequenceEqual(initialStates.Select(state => state.DType)))
            throw new ArgumentException("The body of a scan must give back states of the number and types that it got.");
        var (function, captured) = new GraphFunction([.. entries, .. states], [.. result.States, .. result.Outputs]).Lift();
        var outputs = ScanFunction(function, sequences, [.. initialStates, .. captured], initialStates.Count, reverse, name);
        int count = initialStates.Count;
        return new ScanOutputs([.. outputs.Take(count)], [.. outputs.Skip(count).Take(count)], [.. outputs.Skip(2 * count)]);
    }

    private static IReadOnlyList<Tensor> ScanFunction(
        GraphFunction function,
        IReadOnlyList<Tensor> sequences,
        IReadOnlyList<Tensor> statesAndConstants,
        int states,
        bool reverse,
        string? name
    )
    {
        var types = function.Outputs.Select(output => output.DType).ToList();
        return MakeMany(
            ScanDefinition,
            [.. sequences, .. statesAndConstants],
            new Attributes
            {
                ["body"] = function,
                ["sequences"] = sequences.Count,
                ["states"] = states,
                ["reverse"] = reverse,
                ["Tout"] = (DType[])[.. types.Take(states), .. types],
            },
            name
        );
    }

    private static Shape[] InferScan(InferenceContext context)
    {
        var body = context.Attr<GraphFunction>("body");
        int sequences = (int)context.Attr<long>("sequences");
        int states = (int)context.Attr<long>("states");
        long time = -1;
        for (int i = 0; i < sequences; i++)
            if (context.Shape(i).HasRank)
                time = ShapeRules.MergeDim(time, context.Shape(i)[0], "the lengths of the sequences");
        var inputs = Enumerable
            .Range(0, context.InputCount)
            .Select(i =>
                i >= sequences ? context.Shape(i)
                : context.Shape(i).HasRank ? context.Shape(i).Slice(1)
                : Shape.Unknown
            )
            .ToList();
        var outputs = FunctionShapes.Infer(body, inputs, i => i < sequences + states ? null : context.Ints(i));
        var initial = inputs.Skip(sequences).Take(states).ToArray();
        return
        [
            .. initial,
            .. initial.Select(shape => Shape.Of(time).Concat(shape)),
            .. outputs.Skip(states).Select(shape => Shape.Of(time).Concat(shape)),
        ];
    }
}
