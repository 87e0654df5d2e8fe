using KerasSharp.Engines.Torch.Plans;
using KerasSharp.Ops;

namespace KerasSharp.Engines.Torch.Kernels.Arrays;

/// <summary>Ops that put tensors side by side, or take them apart: a strided copy for each part.</summary>
internal static class JoinKernels
{
    public static readonly IReadOnlyDictionary<string, KernelBinder> Kernels = new Dictionary<string, KernelBinder>
    {
        ["ConcatV2"] = context => Concat(context, 0, context.InputCount - 1),
        ["Concat"] = context => Concat(context, 1, 0),
        ["Pack"] = Pack,
        ["Unpack"] = Unpack,
        ["Split"] = context => Split(context, 1, (int)context.Ints(0)[0]),
        ["SplitV"] = context => Split(context, 0, (int)context.Ints(2)[0]),
    };

    private static Action? Concat(KernelContext context, int first, int axisInput)
    {
        var output = context.Output();
        int axis = ShapeRules.Axis(context.Ints(axisInput)[0], output.Shape.Rank);
        var steps = new List<Action>();
        long at = 0;
        for (int i = first; i < first + context.InputCount - 1; i++)
        {
            var dims = context.Input(i).Shape.ToArray();
            if (
                MoveKernels.Step(context.Input(i), output, dims, StridedBlock.Dense(dims), StridedBlock.At(output.Shape.Dims, axis, at)) is
                { } step
            )
                steps.Add(step);
            at += dims[axis];
        }
        return All(steps);
    }

    private static Action? Pack(KernelContext context)
    {
        var output = context.Output();
        int axis = ShapeRules.Axis(context.Attr<long>("axis"), output.Shape.Rank);
        var dims = output.Shape.With(axis, 1).ToArray();
        var steps = new List<Action>();
        for (int i = 0; i < context.InputCount; i++)
            if (
                MoveKernels.Step(context.Input(i), output, dims, StridedBlock.Dense(dims), StridedBlock.At(output.Shape.Dims, axis, i)) is
                { } step
            )
                steps.Add(step);
        return All(steps);
    }

    private static Action? Unpack(KernelContext context)
    {
        var input = context.Input(0);
        int axis = ShapeRules.Axis(context.Attr<long>("axis"), input.Shape.Rank);
        var dims = input.Shape.With(axis, 1).ToArray();
        var steps = new List<Action>();
        for (int i = 0; i < context.OutputCount; i++)
            if (
                MoveKernels.Step(input, context.Output(i), dims, StridedBlock.At(input.Shape.Dims, axis, i), StridedBlock.Dense(dims)) is
                { } step
            )
                steps.Add(step);
        return All(steps);
    }

    private static Action? Split(KernelContext context, int inputIndex, int axisValue)
    {
        var input = context.Input(inputIndex);
        int axis = ShapeRules.Axis(axisValue, input.Shape.Rank);
        var steps = new List<Action>();
        long at = 0;
        for (int i = 0; i < context.OutputCount; i++)
        {
            var dims = context.Output(i).Shape.ToArray();
            if (
                MoveKernels.Step(input, context.Output(i), dims, StridedBlock.At(input.Shape.Dims, axis, at), StridedBlock.Dense(dims)) is
                { } step
            )
                steps.Add(step);
            at += dims[axis];
        }
        return All(steps);
    }

    private static Action? All(List<Action> steps) =>
        steps.Count switch
        {
            0 => null,
            1 => steps[0],
            _ => () =>
            {
                foreach (var step in steps)
                    step();
            },
        };
}
