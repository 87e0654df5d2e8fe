using System.Runtime.InteropServices;

namespace KerasSharp.Engines.Torch.Native;

/// <summary>The right operand of a product cut into panels of 32 columns, as <see cref="TileKernel"/> reads it.</summary>
internal static unsafe class TilePanels
{
    /// <summary>Panels for so many columns.</summary>
    public static int Count(int columns) => (columns + TileKernel.Columns - 1) / TileKernel.Columns;

    /// <summary>The floats that packed panels take.</summary>
    public static long Size(int rows, int columns) => (long)Count(columns) * rows * TileKernel.Columns;

    /// <summary>Writes panel after panel, each row-major, the last one filled up with zeros.</summary>
    /// <param name="source">The first element.</param>
    /// <param name="rows">Rows of the operand.</param>
    /// <param name="columns">Columns of the operand.</param>
    /// <param name="rowStep">Elements from a row to the next.</param>
    /// <param name="columnStep">Elements from a column to the next.</param>
    /// <param name="panels">Where to write.</param>
    public static void Pack(float* source, int rows, int columns, nint rowStep, nint columnStep, float* panels)
    {
        for (int panel = 0; panel < Count(columns); panel++)
            PackOne(source, rows, columns, rowStep, columnStep, panel, panels + (nint)panel * rows * TileKernel.Columns);
    }

    /// <summary>Writes one panel.</summary>
    public static void PackOne(float* source, int rows, int columns, nint rowStep, nint columnStep, int panel, float* target)
    {
        int first = panel * TileKernel.Columns;
        int width = Math.Min(TileKernel.Columns, columns - first);
        source += first * columnStep;
        if (width < TileKernel.Columns)
            NativeMemory.Clear(target, (nuint)rows * TileKernel.Columns * sizeof(float));
        if (columnStep == 1)
            for (int row = 0; row < rows; row++)
                new ReadOnlySpan<float>(source + row * rowStep, width).CopyTo(new Span<float>(target + row * TileKernel.Columns, width));
        else
            for (int column = 0; column < width; column++)
            for (int row = 0; row < rows; row++)
                target[row * TileKernel.Columns + column] = source[row * rowStep + column * columnStep];
    }
}
