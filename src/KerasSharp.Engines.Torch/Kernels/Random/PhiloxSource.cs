using KerasSharp.Engines.Torch.Kernels.Arrays;
using KerasSharp.Engines.Torch.Numerics;
using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Random;

/// <summary>Reads a generator from an op's inputs, each time it runs: a seed pair, or a key, a counter and an algorithm.</summary>
internal sealed unsafe class PhiloxSource
{
    private const int PhiloxAlgorithm = 1;
    private const int AutoAlgorithm = 3;

    private readonly string name;
    private readonly Slot[] slots;

    /// <param name="context">The op.</param>
    /// <param name="first">The index of the seed, or of the key before counter and alg.</param>
    /// <param name="isSeed">Whether it is a seed.</param>
    public PhiloxSource(KernelContext context, int first, bool isSeed)
    {
        name = context.Operation.Name;
        slots = isSeed ? [context.Input(first)] : [context.Input(first), context.Input(first + 1), context.Input(first + 2)];
        if (isSeed && slots[0].Count != 2)
            throw new ArgumentException($"{name}: the seed must be two integers, but its shape is {slots[0].Shape}.");
        if (!isSeed && (slots[0].Count < 1 || slots[1].Count < 2 || slots[2].Count != 1))
            throw new ArgumentException(
                $"{name}: key, counter and alg must have 1, 2 and 1 elements, but their shapes are {slots[0].Shape}, {slots[1].Shape} and {slots[2].Shape}."
            );
    }

    /// <summary>The generator of this run.</summary>
    public Philox Read()
    {
        if (slots.Length == 1)
        {
            var seed = new IndexReader(slots[0]);
            return Philox.FromSeed(seed[0], seed[1]);
        }
        int algorithm = *(int*)slots[2].Pointer;
        if (algorithm is not (PhiloxAlgorithm or AutoAlgorithm))
            throw new NotSupportedException(
                $"{name}: random algorithm {algorithm} is not supported. Use 1 (Philox) or 3 (automatic), as Op.StatelessRandomGetAlg gives."
            );
        ulong* counter = (ulong*)slots[1].Pointer;
        return new Philox(*(ulong*)slots[0].Pointer, counter[0], counter[1]);
    }
}
