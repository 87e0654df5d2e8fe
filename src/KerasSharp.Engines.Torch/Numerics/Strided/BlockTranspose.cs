using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace KerasSharp.Engines.Torch.Numerics;

/// <summary>Transposes matrices in blocks that stay in the cache.</summary>
internal static unsafe class BlockTranspose
{
    private const int Block = 32;
    private const int Small = 8;

    /// <summary>
    /// target[i * targetStride + j] = source[j * sourceStride + i] for i below <paramref name="rows"/> and j below
    /// <paramref name="columns"/>.
    /// </summary>
    public static void Run<T>(T* source, T* target, long rows, long columns, long sourceStride, long targetStride)
        where T : unmanaged
    {
        for (long i = 0; i < rows; i += Block)
        {
            for (long j = 0; j < columns; j += Block)
            {
                OneBlock(
                    source + j * sourceStride + i,
                    target + i * targetStride + j,
                    (int)long.Min(Block, rows - i),
                    (int)long.Min(Block, columns - j),
                    sourceStride,
                    targetStride
                );
            }
        }
    }

    private static void OneBlock<T>(T* source, T* target, int rows, int columns, long sourceStride, long targetStride)
        where T : unmanaged
    {
        if (sizeof(T) != sizeof(float) || !Avx.IsSupported)
        {
            Plain(source, target, rows, columns, sourceStride, targetStride);
            return;
        }

        int wholeRows = rows & -Small;
        int wholeColumns = columns & -Small;
        for (int i = 0; i < wholeRows; i += Small)
        {
            for (int j = 0; j < wholeColumns; j += Small)
            {
                Eight((float*)(source + j * sourceStride + i), (float*)(target + i * targetStride + j), sourceStride, targetStride);
            }
        }

        Plain(source + wholeRows, target + wholeRows * targetStride, rows - wholeRows, columns, sourceStride, targetStride);
        Plain(source + wholeColumns * sourceStride, target + wholeColumns, wholeRows, columns - wholeColumns, sourceStride, targetStride);
    }

    private static void Plain<T>(T* source, T* target, int rows, int columns, long sourceStride, long targetStride)
        where T : unmanaged
    {
        for (int i = 0; i < rows; i++)
        {
            T* to = target + i * targetStride;
            T* from = source + i;
            for (int j = 0; j < columns; j++, from += sourceStride)
            {
                to[j] = *from;
            }
        }
    }

    // Eight by eight in registers: pairs, then fours, then halves change places.
    private static void Eight(float* source, float* target, long sourceStride, long targetStride)
    {
        Vector256<float> r0 = Vector256.Load(source);
        Vector256<float> r1 = Vector256.Load(source + sourceStride);
        Vector256<float> r2 = Vector256.Load(source + 2 * sourceStride);
        Vector256<float> r3 = Vector256.Load(source + 3 * sourceStride);
        Vector256<float> r4 = Vector256.Load(source + 4 * sourceStride);
        Vector256<float> r5 = Vector256.Load(source + 5 * sourceStride);
        Vector256<float> r6 = Vector256.Load(source + 6 * sourceStride);
        Vector256<float> r7 = Vector256.Load(source + 7 * sourceStride);
        (Vector256<float> a0, Vector256<float> a1, Vector256<float> a2, Vector256<float> a3) = Fours(r0, r1, r2, r3);
        (Vector256<float> b0, Vector256<float> b1, Vector256<float> b2, Vector256<float> b3) = Fours(r4, r5, r6, r7);
        Avx.Permute2x128(a0, b0, 0x20).Store(target);
        Avx.Permute2x128(a1, b1, 0x20).Store(target + targetStride);
        Avx.Permute2x128(a2, b2, 0x20).Store(target + 2 * targetStride);
        Avx.Permute2x128(a3, b3, 0x20).Store(target + 3 * targetStride);
        Avx.Permute2x128(a0, b0, 0x31).Store(target + 4 * targetStride);
        Avx.Permute2x128(a1, b1, 0x31).Store(target + 5 * targetStride);
        Avx.Permute2x128(a2, b2, 0x31).Store(target + 6 * targetStride);
        Avx.Permute2x128(a3, b3, 0x31).Store(target + 7 * targetStride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<float>, Vector256<float>, Vector256<float>, Vector256<float>) Fours(
        Vector256<float> r0,
        Vector256<float> r1,
        Vector256<float> r2,
        Vector256<float> r3
    )
    {
        Vector256<float> low01 = Avx.UnpackLow(r0, r1);
        Vector256<float> high01 = Avx.UnpackHigh(r0, r1);
        Vector256<float> low23 = Avx.UnpackLow(r2, r3);
        Vector256<float> high23 = Avx.UnpackHigh(r2, r3);
        return (
            Avx.Shuffle(low01, low23, 0x44),
            Avx.Shuffle(low01, low23, 0xee),
            Avx.Shuffle(high01, high23, 0x44),
            Avx.Shuffle(high01, high23, 0xee)
        );
    }
}
