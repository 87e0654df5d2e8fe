using KerasSharp.Engines.Torch.Plans;

namespace KerasSharp.Engines.Torch.Kernels.Arrays;

/// <summary>Fills the output, reading each element where the tables of its indices point.</summary>
internal sealed unsafe class IndexMapRead(Slot input, Slot output, long[][] maps) : IElementVisitor
{
    public Action? Visit<T>()
        where T : unmanaged, IEquatable<T> =>
        output.Count == 0 ? null
        : maps.Length == 0 ? () => *(T*)output.Pointer = *(T*)input.Pointer
        : Run<T>;

    private void Run<T>()
        where T : unmanaged
    {
        T* target = (T*)output.Pointer;
        Walk(0, (T*)input.Pointer, ref target);
    }

    private void Walk<T>(int axis, T* source, ref T* target)
        where T : unmanaged
    {
        if (axis < maps.Length - 1)
        {
            foreach (long offset in maps[axis])
                Walk(axis + 1, source + offset, ref target);
            return;
        }
        foreach (long offset in maps[axis])
            *target++ = source[offset];
    }
}
