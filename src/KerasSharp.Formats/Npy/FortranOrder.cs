using System.Runtime.CompilerServices;

namespace KerasSharp.Formats.Npy;

/// <summary>Turns elements that lie first index fastest (Fortran's order) into last index fastest (C's).</summary>
internal static unsafe class FortranOrder
{
    /// <summary>Side of the squares that are turned at once, so that both sides stay in the processor's cache.</summary>
    private const int Tile = 32;

    private delegate void Turn(byte* source, byte* target, long rows, long columns, long sourceStride, long targetStride);

    /// <summary>Copies all elements.</summary>
    /// <param name="source">The elements in Fortran's order.</param>
    /// <param name="target">Where they go in row order; as long, not overlapping.</param>
    /// <param name="shape">Two or more sizes.</param>
    /// <param name="itemSize">The bytes of an element.</param>
    public static void ToRowOrder(byte* source, byte* target, long[] shape, int itemSize)
    {
        if (shape.Contains(0) || itemSize == 0)
            return;
        var turn = TurnOf(itemSize);
        var between = shape.AsSpan(1, shape.Length - 2);
        var sourceStride = Product(shape.AsSpan(..^1));
        var targetStride = Product(shape.AsSpan(1));
        var index = new long[between.Length];
        do turn(
            source + (shape[0] * Offset(index, between, first: 0, step: 1) * itemSize),
            target + (shape[^1] * Offset(index, between, first: index.Length - 1, step: -1) * itemSize),
            shape[0],
            shape[^1],
            sourceStride,
            targetStride
        );
        while (Next(index, between));
    }

    private static Turn TurnOf(int itemSize) =>
        itemSize switch
        {
            1 => Turned<byte>,
            2 => Turned<ushort>,
            4 => Turned<uint>,
            8 => Turned<ulong>,
            16 => Turned<UInt128>,
            _ => (source, target, rows, columns, sourceStride, targetStride) =>
            {
                for (long row = 0; row < rows; row++)
                for (long column = 0; column < columns; column++)
                    Unsafe.CopyBlockUnaligned(
                        target + (((row * targetStride) + column) * itemSize),
                        source + ((row + (column * sourceStride)) * itemSize),
                        (uint)itemSize
                    );
            },
        };

    private static void Turned<T>(byte* source, byte* target, long rows, long columns, long sourceStride, long targetStride)
        where T : unmanaged
    {
        var from = (T*)source;
        var to = (T*)target;
        for (long firstRow = 0; firstRow < rows; firstRow += Tile)
        for (long firstColumn = 0; firstColumn < columns; firstColumn += Tile)
        {
            var (lastRow, lastColumn) = (Math.Min(firstRow + Tile, rows), Math.Min(firstColumn + Tile, columns));
            for (var row = firstRow; row < lastRow; row++)
            for (var column = firstColumn; column < lastColumn; column++)
                to[(row * targetStride) + column] = from[row + (column * sourceStride)];
        }
    }

    /// <summary>The number of the element at an index where the dimension <paramref name="first"/> is the fastest.</summary>
    private static long Offset(long[] index, ReadOnlySpan<long> sizes, int first, int step)
    {
        long offset = 0;
        long stride = 1;
        for (var i = first; i >= 0 && i < index.Length; i += step)
        {
            offset += index[i] * stride;
            stride *= sizes[i];
        }
        return offset;
    }

    private static bool Next(long[] index, ReadOnlySpan<long> sizes)
    {
        for (var i = index.Length - 1; i >= 0; i--)
        {
            if (++index[i] < sizes[i])
                return true;
            index[i] = 0;
        }
        return false;
    }

    private static long Product(ReadOnlySpan<long> sizes)
    {
        long product = 1;
        foreach (var size in sizes)
            product *= size;
        return product;
    }
}
