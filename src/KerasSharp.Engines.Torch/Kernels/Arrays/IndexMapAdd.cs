using System.Numerics;
using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Arrays;

/// <summary>Adds each element of the input where the tables of its indices point in the output.</summary>
internal sealed unsafe class IndexMapAdd(Slot input, Slot output, long[][] maps) : INumericVisitor
{
    public Action? Visit<T>()
        where T : unmanaged, INumber<T>, IMinMaxValue<T> =>
        () =>
        {
            new Span<T>((void*)output.Pointer, checked((int)output.Count)).Clear();
            T* source = (T*)input.Pointer;
            Walk(0, ref source, (T*)output.Pointer);
        };

    private void Walk<T>(int axis, ref T* source, T* target)
        where T : unmanaged, INumber<T>
    {
        if (axis == maps.Length)
        {
            *target += *source++;
            return;
        }
        foreach (long offset in maps[axis])
            Walk(axis + 1, ref source, target + offset);
    }
}
