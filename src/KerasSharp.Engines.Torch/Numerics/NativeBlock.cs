using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace KerasSharp.Engines.Torch.Numerics;

/// <summary>Whole blocks of native memory, longer than a span may be.</summary>
internal static unsafe class NativeBlock
{
    private const long LongFrom = 256;

    /// <summary>Sets <paramref name="count"/> elements to zero bits.</summary>
    public static void Clear<T>(T* target, long count)
        where T : unmanaged => NativeMemory.Clear(target, (nuint)(count * sizeof(T)));

    /// <summary>Copies <paramref name="count"/> elements between blocks that may overlap.</summary>
    public static void Copy<T>(T* source, T* target, long count)
        where T : unmanaged => NativeMemory.Copy(source, target, (nuint)(count * sizeof(T)));

    /// <summary>Copies between blocks that do not overlap, quickly also where there are few elements.</summary>
    public static void CopyShort<T>(T* source, T* target, long count)
        where T : unmanaged
    {
        long bytes = count * sizeof(T);
        if (bytes > LongFrom)
        {
            Copy(source, target, count);
            return;
        }

        byte* from = (byte*)source;
        byte* to = (byte*)target;
        for (; bytes >= Vector256<byte>.Count; bytes -= Vector256<byte>.Count)
        {
            Vector256.Load(from).Store(to);
            from += Vector256<byte>.Count;
            to += Vector256<byte>.Count;
        }

        for (long i = 0; i < bytes / sizeof(T); i++)
        {
            ((T*)to)[i] = ((T*)from)[i];
        }
    }
}
