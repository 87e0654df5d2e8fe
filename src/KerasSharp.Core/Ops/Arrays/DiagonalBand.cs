using KerasSharp.Graphs;

namespace KerasSharp.Ops;

/// <summary>The diagonals from <paramref name="Lowest"/> to <paramref name="Highest"/> of a matrix: 0 is the main one, positive ones lie above.</summary>
internal readonly record struct DiagonalBand(int Lowest, int Highest)
{
    /// <summary>How many there are.</summary>
    public int Count => Highest - Lowest + 1;

    /// <summary>The band that the input k of the matrix diagonal ops names: one number, or the lowest and the highest.</summary>
    /// <exception cref="ShapeException">k is neither.</exception>
    public static DiagonalBand From(long[] k) =>
        k switch
        {
            [var only] => new DiagonalBand((int)only, (int)only),
            [var low, var high] when low <= high => new DiagonalBand((int)low, (int)high),
            _ => throw new ShapeException(
                $"k must be one number, or the lowest and the highest diagonal, but it is ({string.Join(", ", k)})"
            ),
        };

    /// <summary>The length of diagonal d of a matrix; 0 or less outside it.</summary>
    public static long Length(long rows, long columns, int d) => Math.Min(rows + Math.Min(d, 0), columns - Math.Max(d, 0));

    /// <summary>The length of the longest diagonal of the band.</summary>
    /// <exception cref="ShapeException">The band lies outside the matrix.</exception>
    public long LongestDiagonal(long rows, long columns)
    {
        if ((rows > 0 || columns > 0) && (Lowest <= -Math.Max(rows, 1) || Highest >= Math.Max(columns, 1)))
            throw new ShapeException($"the diagonals {Lowest} to {Highest} lie outside a matrix of {rows} rows and {columns} columns");
        return Math.Min(rows + Math.Min(Highest, 0), columns - Math.Max(Lowest, 0));
    }

    /// <summary>The size of the matrix whose longest diagonal has a length, where -1 asks for the least size.</summary>
    /// <exception cref="ShapeException">No such matrix has the band.</exception>
    public (long Rows, long Columns) MatrixSize(long longest, long rows, long columns)
    {
        long leastRows = longest - Math.Min(Highest, 0);
        long leastColumns = longest + Math.Max(Lowest, 0);
        var size = (Rows: rows < 0 ? leastRows : rows, Columns: columns < 0 ? leastColumns : columns);
        if (rows < 0 && columns < 0)
            size = (Math.Max(leastRows, leastColumns), Math.Max(leastRows, leastColumns));
        if (size.Rows < leastRows || size.Columns < leastColumns || (size.Rows != leastRows && size.Columns != leastColumns))
            throw new ShapeException($"diagonals of length {longest} do not fit a matrix of {size.Rows} rows and {size.Columns} columns");
        return size;
    }

    /// <summary>Where in its padded row the elements of diagonal d begin.</summary>
    public static long Offset(string align, int d, long length, long longest)
    {
        bool right = d >= 0 ? align is "RIGHT_LEFT" or "RIGHT_RIGHT" : align is "LEFT_RIGHT" or "RIGHT_RIGHT";
        return right ? longest - length : 0;
    }
}
