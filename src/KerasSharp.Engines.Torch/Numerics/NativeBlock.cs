using System.Runtime.InteropServices;

namespace KerasSharp.Engines.Torch.Numerics;

/// <summary>Whole blocks of native memory, longer than a span may be.</summary>
internal static unsafe class NativeBlock
{
    /// <summary>Sets <paramref name="count"/> elements to zero bits.</summary>
    public static void Clear<T>(T* target, long count)
        where T : unmanaged => NativeMemory.Clear(target, (nuint)(count * sizeof(T)));

    /// <summary>Copies <paramref name="count"/> elements between blocks that may overlap.</summary>
    public static void Copy<T>(T* source, T* target, long count)
        where T : unmanaged => NativeMemory.Copy(source, target, (nuint)(count * sizeof(T)));
}
