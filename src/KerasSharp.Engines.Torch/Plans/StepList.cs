namespace KerasSharp.Engines.Torch.Plans;

/// <summary>Collects steps in order, joins neighbouring elementwise nodes of equal length, and notes when each buffer is first and last used.</summary>
internal sealed class StepList
{
    private readonly List<(ElementwiseNode? Node, Action? Action, Slot[] Touched)> entries = [];
    private readonly List<Action> actions = [];

    public Action[] Actions => [.. actions];

    public void Add(Action action, Slot[] touched) => entries.Add((null, action, touched));

    public void Add(ElementwiseNode node, Slot[] inputs) => entries.Add((node, null, [.. inputs, node.Output]));

    /// <summary>Turns entries into steps. <paramref name="outputs"/> stay alive to the end.</summary>
    public void Finish(Slot[] outputs)
    {
        var lastEntry = LastUse(outputs);
        for (int i = 0; i < entries.Count; )
        {
            int end = ChainEnd(i);
            var locals = Locals(i, end, lastEntry);
            foreach (var (_, _, touched) in entries[i..end])
            foreach (var slot in touched)
                if (!locals.Contains(slot))
                    Touch(slot.Buffer, actions.Count);
            actions.Add(entries[i].Action ?? new ElementwiseStep([.. entries[i..end].Select(entry => entry.Node!)], locals).Run);
            i = end;
        }
        foreach (var slot in outputs)
            Touch(slot.Buffer, entries.Count);
    }

    private Dictionary<Buffer, int> LastUse(Slot[] outputs)
    {
        var last = new Dictionary<Buffer, int>();
        for (int i = 0; i < entries.Count; i++)
            foreach (var slot in entries[i].Touched)
                last[slot.Buffer] = i;
        foreach (var slot in outputs)
            last[slot.Buffer] = int.MaxValue;
        return last;
    }

    /// <summary>A chain is a run of elementwise nodes of one length; scalars among them are steps of their own.</summary>
    private int ChainEnd(int start)
    {
        if (entries[start].Node is not { } first)
            return start + 1;
        int end = start + 1;
        while (end < entries.Count && entries[end].Node is { } next && next.Count == first.Count)
            end++;
        return end;
    }

    /// <summary>Outputs of a chain that nothing after it reads.</summary>
    private HashSet<Slot> Locals(int start, int end, Dictionary<Buffer, int> lastEntry)
    {
        var locals = new HashSet<Slot>();
        foreach (var (node, _, _) in entries[start..end])
            if (node?.Output.Buffer is { Kind: BufferKind.Arena } buffer && lastEntry[buffer] < end && IsAlone(node.Output, start, end))
                locals.Add(node.Output);
        return locals;
    }

    /// <summary>True where no alias shares the slot's buffer within the chain.</summary>
    private bool IsAlone(Slot output, int start, int end) =>
        entries[start..end].TrueForAll(entry => Array.TrueForAll(entry.Touched, slot => slot == output || slot.Buffer != output.Buffer));

    private static void Touch(Buffer buffer, int step)
    {
        buffer.FirstStep = Math.Min(buffer.FirstStep, step);
        buffer.LastStep = Math.Max(buffer.LastStep, step);
    }
}
