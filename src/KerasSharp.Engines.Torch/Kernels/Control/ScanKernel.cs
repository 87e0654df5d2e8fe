using KerasSharp.Engines.Torch.Plans;
using KerasSharp.Graphs;

namespace KerasSharp.Engines.Torch.Kernels.Control;

/// <summary>A scan: a plan of the body, run once a time step over addresses that move along the sequences.</summary>
internal sealed unsafe class ScanKernel
{
    private readonly Slot[] sequences;
    private readonly Slot[] states;
    private readonly Slot[] constants;
    private readonly Slot[] finals;
    private readonly Slot[] collected;
    private readonly ExecutionPlan body;
    private readonly bool reverse;
    private readonly long time;

    private ScanKernel(KernelContext context)
    {
        int sequenceCount = (int)context.Attr<long>("sequences");
        int stateCount = (int)context.Attr<long>("states");
        var inputs = Enumerable.Range(0, context.InputCount).Select(context.Input).ToArray();
        sequences = inputs[..sequenceCount];
        states = inputs[sequenceCount..(sequenceCount + stateCount)];
        constants = inputs[(sequenceCount + stateCount)..];
        reverse = context.Attr<bool>("reverse");
        time = sequences[0].Shape[0];
        var function = context.Attr<GraphFunction>("body");
        var shapes = inputs.Select((input, i) => i < sequenceCount ? input.Shape.Slice(1) : input.Shape).ToList();
        var known = inputs.Select((input, i) => i >= sequenceCount + stateCount && IsKnownShape(context, i) ? input : null).ToList();
        body = Planner.Plan(new PlanRequest(function.Inputs, shapes, function.Outputs, [], known));
        for (int i = stateCount; i < context.OutputCount; i++)
            if (!context.Output(i).Shape.IsDefined)
                context.Allocate(i, Stacked(context, body.Outputs[i - stateCount]));
        finals = context.Outputs[..stateCount];
        collected = context.Outputs[stateCount..];
    }

    /// <summary>Whether an input may tell the body a shape: integers that are there.</summary>
    private static bool IsKnownShape(KernelContext context, int input) =>
        context.Input(input).DType is DType.Int32 or DType.Int64 && context.IsKnown(input);

    /// <summary>The shape of an output over all steps, where the graph did not tell it.</summary>
    private Shape Stacked(KernelContext context, Slot output) =>
        output.Shape.IsDefined
            ? Shape.Of(time).Concat(output.Shape)
            : throw new NotSupportedException(
                $"{context.Operation.Name}: an output of the scan's body has a shape that depends on the values of the step. It must be the same at each step."
            );

    public static Action? Bind(KernelContext context) => new ScanKernel(context).Run;

    private void Run()
    {
        var current = stackalloc nint[states.Length];
        for (int i = 0; i < states.Length; i++)
            current[i] = states[i].Pointer;
        for (int i = 0; i < constants.Length; i++)
            body.Inputs[sequences.Length + states.Length + i].Buffer.Pointer = constants[i].Pointer;
        for (long step = 0; step < time; step++)
            RunStep(reverse ? time - 1 - step : step, current);
        for (int i = 0; i < finals.Length; i++)
            System.Buffer.MemoryCopy((void*)current[i], (void*)finals[i].Pointer, finals[i].Bytes, finals[i].Bytes);
    }

    /// <summary>The states of a step are read where the step before stacked them.</summary>
    private void RunStep(long t, nint* current)
    {
        for (int i = 0; i < sequences.Length; i++)
            body.Inputs[i].Buffer.Pointer = At(sequences[i], t);
        for (int i = 0; i < states.Length; i++)
            body.Inputs[sequences.Length + i].Buffer.Pointer = current[i];
        body.Run();
        for (int i = 0; i < collected.Length; i++)
        {
            long bytes = collected[i].Bytes / time;
            System.Buffer.MemoryCopy((void*)body.Outputs[i].Pointer, (void*)At(collected[i], t), bytes, bytes);
            if (i < states.Length)
                current[i] = At(collected[i], t);
        }
    }

    private nint At(Slot slot, long t) => slot.Pointer + (nint)(slot.Bytes / time * t);
}
