using System.Runtime.CompilerServices;
using KerasSharp.Engines.Torch.Native;

namespace KerasSharp.Engines.Torch.Plans;

/// <summary>
/// Runs a chain of elementwise nodes block by block, so that what one writes the next finds in the first-level cache. Values that no node
/// outside the chain reads never leave a small per-thread block of memory.
/// </summary>
internal sealed unsafe class ElementwiseStep
{
    private const int BlockElements = 1024;
    private const int MaxOperands = 8;

    /// <summary>Below so many element operations a second thread costs more than it gains.</summary>
    private const long GrainWork = 1 << 15;

    [ThreadStatic]
    private static Buffer? threadBlock;

    private readonly ElementwiseNode[] nodes;
    private readonly Operand[][] operands;
    private readonly long count;
    private readonly long grain;
    private readonly int localBytes;
    private readonly Action<long, long> body;

    /// <param name="nodes">Nodes of equal element count, in order.</param>
    /// <param name="locals">Outputs that only nodes of this chain read.</param>
    public ElementwiseStep(IReadOnlyList<ElementwiseNode> nodes, IReadOnlySet<Slot> locals)
    {
        this.nodes = [.. nodes];
        count = nodes[0].Count;
        grain = Math.Max(BlockElements, GrainWork / nodes.Count);
        var places = new Dictionary<Slot, int>();
        foreach (var slot in locals)
        {
            places[slot] = localBytes;
            localBytes += BlockElements * Math.Max(1, slot.DType.Size());
        }
        operands = [.. nodes.Select(node => Operands(node, places))];
        body = RunRange;
    }

    public void Run() => Threads.For(count, grain, body);

    private static Operand[] Operands(ElementwiseNode node, Dictionary<Slot, int> places) =>
        [.. node.Inputs.Append(node.Output).Select(slot => Operand.Of(slot, node.Count, places.TryGetValue(slot, out int at) ? at : -1))];

    private void RunRange(long begin, long end)
    {
        nint local = localBytes == 0 ? 0 : LocalMemory();
        nint* addresses = stackalloc nint[MaxOperands];
        for (long start = begin; start < end; start += BlockElements)
        {
            int length = (int)Math.Min(BlockElements, end - start);
            for (int i = 0; i < nodes.Length; i++)
            {
                var list = operands[i];
                for (int j = 0; j < list.Length; j++)
                    addresses[j] = list[j].Address(start, local);
                nodes[i].Kernel(addresses, length);
            }
        }
    }

    private nint LocalMemory()
    {
        threadBlock ??= new Buffer(BufferKind.Owned, 0);
        threadBlock.Own(localBytes);
        return threadBlock.Pointer;
    }

    /// <summary>Where an operand of a block is found: a stride through memory, a scalar (stride 0), or a place in the thread's block.</summary>
    private readonly record struct Operand(Slot Slot, int Stride, int Local)
    {
        public static Operand Of(Slot slot, long count, int local) =>
            new(slot, slot.Count == count && count != 1 ? slot.DType.Size() : 0, local);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public nint Address(long start, nint local) => Local >= 0 ? local + Local : Slot.Pointer + (nint)(start * Stride);
    }
}
