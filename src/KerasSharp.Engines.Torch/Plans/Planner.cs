using KerasSharp.Engines.Torch.Kernels;
using KerasSharp.Graphs;

namespace KerasSharp.Engines.Torch.Plans;

/// <summary>Makes an <see cref="ExecutionPlan"/>: binds each operation's kernel to buffers, computes constants, joins elementwise chains, lays out memory.</summary>
internal sealed class Planner
{
    private const long LargestFoldedBytes = 1 << 16;

    private readonly PlanRequest request;
    private readonly Lowering lowering = new();
    private readonly Dictionary<Tensor, Slot> slots = [];
    private readonly Dictionary<Tensor, int> uses = [];
    private readonly Dictionary<Tensor, Variable> updated = [];
    private readonly Dictionary<Variable, Slot> variables = [];
    private readonly Dictionary<Variable, int> reads = [];
    private readonly HashSet<Variable> updatedInPlace = [];
    private readonly List<Buffer> owned = [];
    private readonly List<Buffer> arenaBuffers = [];
    private readonly StepList steps = new();

    private Planner(PlanRequest request) => this.request = request;

    /// <summary>Makes a plan.</summary>
    public static ExecutionPlan Plan(PlanRequest request) => new Planner(request).Build();

    private ExecutionPlan Build()
    {
        var targets = request.Outputs.Concat(request.Updates.Select(update => update.Value)).ToList();
        var order = lowering.Order(targets);
        CountUses(order, targets);
        var inputs = request.Inputs.Select(BindInput).ToArray();
        foreach (var operation in order)
            Bind(operation);
        var outputs = request.Outputs.Select(output => Snapshot(Find(output))).ToArray();
        BindUpdates();
        steps.Finish(outputs);
        var arena = new Arena();
        arena.Place(arenaBuffers.Where(buffer => buffer.Kind == BufferKind.Arena && buffer.LastStep >= 0));
        return new ExecutionPlan(inputs, outputs, steps.Actions, arena, owned);
    }

    private void CountUses(List<Operation> order, List<Tensor> targets)
    {
        foreach (var tensor in order.SelectMany(operation => operation.Inputs).Concat(targets).Select(lowering.Resolve))
            uses[tensor] = uses.GetValueOrDefault(tensor) + 1;
        foreach (var operation in order)
            if (operation.Type == "ReadVariableOp")
                CountReads(operation.Attributes.Get<Variable>("variable"), uses.GetValueOrDefault(operation.Outputs[0]));
        foreach (var (variable, value) in request.Updates)
            updated.TryAdd(lowering.Resolve(value), variable);
    }

    private void CountReads(Variable variable, int count) => reads[variable] = reads.GetValueOrDefault(variable) + count;

    private Slot BindInput(Tensor tensor, int index)
    {
        var constant = request.Constants?[index];
        var buffer = new Buffer(BufferKind.External, 0) { Pointer = constant?.Pointer ?? 0 };
        var slot = new Slot(tensor.DType, request.InputShapes[index], buffer) { IsConstant = constant is not null };
        Add(tensor, slot);
        return slot;
    }

    private void Bind(Operation operation)
    {
        switch (operation.Type)
        {
            case "Placeholder":
                if (!slots.ContainsKey(operation.Outputs[0]))
                    throw new ArgumentException(
                        $"The placeholder {operation.Outputs[0]} is needed but is not among the inputs of the function."
                    );
                break;
            case "Const":
                BindConstant(operation);
                break;
            case "VarHandleOp":
                break;
            case "ReadVariableOp":
                slots[operation.Outputs[0]] = VariableSlot(operation.Attributes.Get<Variable>("variable"));
                break;
            default:
                BindKernel(operation);
                break;
        }
    }

    private void BindConstant(Operation operation)
    {
        var value = operation.Attributes.Get<TensorValue>("value");
        if (value.DType == DType.String)
            throw new NotSupportedException($"{operation.Name}: the Torch engine has no string tensors.");
        var slot = new Slot(value.DType, value.Shape, Owned(value.Bytes.Length)) { IsConstant = true };
        unsafe
        {
            value.Bytes.CopyTo(new Span<byte>((void*)slot.Pointer, value.Bytes.Length));
        }
        Add(operation.Outputs[0], slot);
    }

    private Slot VariableSlot(Variable variable)
    {
        if (variables.TryGetValue(variable, out var slot))
            return slot;
        var buffer = new Buffer(BufferKind.External, 0)
        {
            Pointer = VariableStorage.Of(variable).Pointer,
            PendingUses = reads.GetValueOrDefault(variable),
        };
        return variables[variable] = new Slot(variable.DType, variable.Shape, buffer);
    }

    private void BindKernel(Operation operation)
    {
        var binder = KernelTable.Get(operation);
        var inputs = operation.Inputs.Select(Find).ToArray();
        var shapes = KernelShapes.Infer(operation, inputs);
        if (shapes is null && !operation.Definition.IsStateful && Array.TrueForAll(inputs, input => input.IsConstant))
            FoldDynamic(operation, binder, inputs);
        else if (shapes is null)
            BindDynamic(operation, binder, inputs);
        else if (KernelShapes.CanFold(operation, inputs, shapes, LargestFoldedBytes))
            Fold(operation, binder, inputs, shapes);
        else
            BindStatic(operation, binder, inputs, shapes);
        foreach (var input in operation.Inputs.Select(lowering.Resolve))
            if (slots.TryGetValue(input, out var slot))
                slot.Buffer.PendingUses--;
    }

    private void Fold(Operation operation, KernelBinder binder, Slot[] inputs, Shape[] shapes)
    {
        var outputs = shapes.Select((shape, i) => NewSlot(operation, i, shape, bytes => Owned(bytes))).ToArray();
        var context = new KernelContext(operation, inputs, outputs, bytes => new Slot(DType.UInt8, Shape.Of(bytes), Owned(bytes)), true);
        var action = binder(context);
        if (context.Elementwise is { } node)
            new ElementwiseStep([node], new HashSet<Slot>()).Run();
        else
            action?.Invoke();
        for (int i = 0; i < outputs.Length; i++)
        {
            context.Outputs[i].IsConstant = true;
            Add(operation.Outputs[i], context.Outputs[i]);
        }
    }

    /// <summary>Computes, when planning, a result whose shape depends on values that are constant.</summary>
    private void FoldDynamic(Operation operation, KernelBinder binder, Slot[] inputs)
    {
        var outputs = DynamicOutputs(operation);
        new DynamicStep(operation, binder, inputs, outputs).Run();
        foreach (var output in outputs)
            output.IsConstant = true;
    }

    private Slot[] DynamicOutputs(Operation operation)
    {
        var outputs = operation.Outputs.Select(output => new Slot(output.DType, Shape.Unknown, Owned(0))).ToArray();
        foreach (var output in operation.Outputs)
            Add(output, outputs[output.Index]);
        return outputs;
    }

    private void BindStatic(Operation operation, KernelBinder binder, Slot[] inputs, Shape[] shapes)
    {
        var scratch = new List<Slot>();
        var outputs = shapes
            .Select((shape, i) => NewSlot(operation, i, shape, bytes => OutputBuffer(operation, i, inputs, bytes)))
            .ToArray();
        var context = new KernelContext(operation, inputs, outputs, Scratch, false);
        Action? action;
        try
        {
            action = binder(context);
        }
        catch (ValueNeededException)
        {
            BindDynamic(operation, binder, inputs);
            return;
        }
        for (int i = 0; i < outputs.Length; i++)
            Add(operation.Outputs[i], context.Outputs[i]);
        if (context.Elementwise is { } node)
            steps.Add(node, inputs);
        else if (action is not null)
            steps.Add(action, [.. inputs, .. context.Outputs, .. scratch]);

        Slot Scratch(long bytes)
        {
            var slot = new Slot(DType.UInt8, Shape.Of(bytes), ArenaBuffer(bytes));
            scratch.Add(slot);
            return slot;
        }
    }

    private void BindDynamic(Operation operation, KernelBinder binder, Slot[] inputs)
    {
        var outputs = DynamicOutputs(operation);
        steps.Add(new DynamicStep(operation, binder, inputs, outputs).Run, [.. inputs, .. outputs]);
    }

    private void BindUpdates()
    {
        var copies = request.Updates.Where(update => !updatedInPlace.Contains(update.Variable)).ToList();
        var sources = copies.Select(update => Snapshot(Find(update.Value))).ToList();
        foreach (var ((variable, _), source) in copies.Zip(sources))
        {
            var target = VariableSlot(variable);
            steps.Add(new CopyStep(source, target, $"the new value of variable '{variable.Path}'").Run, [source, target]);
        }
    }

    /// <summary>A value that lies in a variable which this run changes is copied first, so that it is the one from before.</summary>
    private Slot Snapshot(Slot slot)
    {
        if (!request.Updates.Any(update => variables.TryGetValue(update.Variable, out var target) && target.Buffer == slot.Buffer))
            return slot;
        if (updatedInPlace.Any(variable => variables[variable].Buffer == slot.Buffer))
            return slot;
        var copy = new Slot(slot.DType, slot.Shape, ArenaBuffer(slot.Bytes));
        steps.Add(new CopyStep(slot, copy, "a variable's value").Run, [slot, copy]);
        return copy;
    }

    /// <summary>Where an output is to lie: on the variable whose new value it is, if the old one is not read any more, else in the arena.</summary>
    private Buffer OutputBuffer(Operation operation, int index, Slot[] inputs, long bytes)
    {
        if (!KernelTable.IsElementwise(operation) || !updated.TryGetValue(operation.Outputs[index], out var variable))
            return ArenaBuffer(bytes);
        var target = VariableSlot(variable);
        if (target.Bytes != bytes || !DiesHere(target, inputs))
            return ArenaBuffer(bytes);
        updatedInPlace.Add(variable);
        return target.Buffer;
    }

    private static bool DiesHere(Slot slot, Slot[] inputs) => slot.Buffer.PendingUses == inputs.Count(input => input.Buffer == slot.Buffer);

    private Slot NewSlot(Operation operation, int index, Shape shape, Func<long, Buffer> place) =>
        new(operation.Outputs[index].DType, shape, place(shape.Size * operation.Outputs[index].DType.Size()));

    private Buffer Owned(long bytes)
    {
        var buffer = new Buffer(BufferKind.Owned, bytes);
        buffer.Own(bytes);
        owned.Add(buffer);
        return buffer;
    }

    private Buffer ArenaBuffer(long bytes)
    {
        var buffer = new Buffer(BufferKind.Arena, bytes);
        arenaBuffers.Add(buffer);
        return buffer;
    }

    private void Add(Tensor tensor, Slot slot)
    {
        slots[tensor] = slot;
        slot.Buffer.PendingUses += uses.GetValueOrDefault(tensor);
    }

    private Slot Find(Tensor tensor) => slots[lowering.Resolve(tensor)];
}
