namespace KerasSharp.Engines.Torch.Plans;

/// <summary>The steps that compute a function for one set of input shapes, with all memory they need. Used by one thread at a time.</summary>
internal sealed class ExecutionPlan(Slot[] inputs, Slot[] outputs, Action[] steps, Arena arena, List<Buffer> owned) : IDisposable
{
    /// <summary>The inputs, whose buffers' addresses are set before a run.</summary>
    public Slot[] Inputs { get; } = inputs;

    /// <summary>The outputs, to be read after a run.</summary>
    public Slot[] Outputs { get; } = outputs;

    /// <summary>Runs all steps.</summary>
    public void Run()
    {
        foreach (var step in steps)
            step();
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        arena.Dispose();
        foreach (var buffer in owned)
            buffer.Dispose();
    }
}
