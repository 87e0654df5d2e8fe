using KerasSharp.Graphs;

namespace KerasSharp.Engines.Torch.Plans;

/// <summary>
/// Binds an operation to its buffers. Called once a plan; what it returns runs at every step and allocates nothing on the managed heap.
/// Null where there is nothing to run.
/// </summary>
internal delegate Action? KernelBinder(KernelContext context);

/// <summary>What a kernel is bound with.</summary>
internal sealed class KernelContext(Operation operation, Slot[] inputs, Slot[] outputs, Func<long, Slot> scratch, bool isRunning)
{
    public Operation Operation { get; } = operation;

    public int InputCount => inputs.Length;

    public int OutputCount => outputs.Length;

    /// <summary>The outputs; a kernel's aliases replace entries.</summary>
    public Slot[] Outputs => outputs;

    /// <summary>The node's fused form, set by elementwise kernels so that the planner can join neighbours.</summary>
    public ElementwiseNode? Elementwise { get; set; }

    public T Attr<T>(string name) => Operation.Attributes.Get<T>(name);

    public Slot Input(int index) => inputs[index];

    public Slot Output(int index = 0) => outputs[index];

    /// <summary>Whether the value of an input can be read when binding.</summary>
    public bool IsKnown(int index) => isRunning || inputs[index].IsConstant;

    /// <summary>The value of an integer input.</summary>
    public long[] Ints(int index) => PlanValues.ReadInts(Ready(index));

    /// <summary>The value of an input.</summary>
    public unsafe ReadOnlySpan<T> Data<T>(int index)
        where T : unmanaged
    {
        var slot = Ready(index);
        return new ReadOnlySpan<T>((void*)slot.Pointer, checked((int)slot.Count));
    }

    /// <summary>Memory for an output whose shape the kernel found from values.</summary>
    public Slot Allocate(int output, Shape shape)
    {
        if (!isRunning)
            throw new ValueNeededException();
        outputs[output].Resize(shape);
        return outputs[output];
    }

    /// <summary>Lets an output share the memory of an input.</summary>
    public void Alias(int output, int input) =>
        outputs[output] = new Slot(outputs[output].DType, outputs[output].Shape, inputs[input].Buffer)
        {
            IsConstant = inputs[input].IsConstant,
        };

    /// <summary>Makes an output one whose memory libtorch gives at each run (<see cref="Slot.Hold"/>), so that results need no copy.</summary>
    public Slot Borrow(int output) =>
        outputs[output] = new Slot(outputs[output].DType, outputs[output].Shape, new Buffer(BufferKind.External, 0));

    /// <summary>Memory that is the kernel's while its step runs.</summary>
    public Slot Scratch(long bytes) => scratch(bytes);

    private Slot Ready(int index) => IsKnown(index) ? inputs[index] : throw new ValueNeededException();
}
