namespace KerasSharp.Engines.Torch.Plans;

/// <summary>Copies a value, as into a variable at the end of a run.</summary>
internal sealed class CopyStep(Slot source, Slot target, string what)
{
    public unsafe void Run()
    {
        if (!source.Shape.Equals(target.Shape))
            throw new ArgumentException($"{what} has shape {source.Shape}, but {target.Shape} is needed.");
        System.Buffer.MemoryCopy((void*)source.Pointer, (void*)target.Pointer, target.Bytes, target.Bytes);
    }
}
