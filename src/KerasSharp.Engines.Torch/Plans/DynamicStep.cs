using KerasSharp.Graphs;

namespace KerasSharp.Engines.Torch.Plans;

/// <summary>A node whose shapes depend on values: it is bound anew at each run, when they are there.</summary>
internal sealed class DynamicStep(Operation operation, KernelBinder binder, Slot[] inputs, Slot[] outputs)
{
    private readonly List<Buffer> scratch = [];

    public void Run()
    {
        var shapes = KernelShapes.InferRunning(operation, inputs);
        for (int i = 0; i < outputs.Length; i++)
            if (shapes[i].IsDefined)
                outputs[i].Resize(shapes[i]);
        var working = (Slot[])outputs.Clone();
        var context = new KernelContext(operation, inputs, working, Scratch, true);
        var action = binder(context);
        if (context.Elementwise is { } node)
            new ElementwiseStep([node], new HashSet<Slot>()).Run();
        else
            action?.Invoke();
        for (int i = 0; i < outputs.Length; i++)
            if (working[i] != outputs[i])
                CopyAlias(working[i], outputs[i]);
        scratch.ForEach(buffer => buffer.Dispose());
        scratch.Clear();
    }

    private static unsafe void CopyAlias(Slot source, Slot target)
    {
        target.Resize(source.Shape);
        System.Buffer.MemoryCopy((void*)source.Pointer, (void*)target.Pointer, target.Bytes, target.Bytes);
    }

    private Slot Scratch(long bytes)
    {
        var buffer = new Buffer(BufferKind.Owned, bytes);
        buffer.Own(bytes);
        scratch.Add(buffer);
        return new Slot(DType.UInt8, Shape.Of(bytes), buffer);
    }
}
