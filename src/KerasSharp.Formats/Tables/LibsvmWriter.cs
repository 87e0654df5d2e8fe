using System.Globalization;
using NumSharp;

namespace KerasSharp.Formats.Tables;

/// <summary>Writes a libsvm file.</summary>
internal static class LibsvmWriter
{
    private static readonly CsvNumbers Numbers = new('.');

    public static void Write(Stream stream, NDArray x, NDArray y, IReadOnlyList<long?>? queryIds, int first)
    {
        using var text = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
        var (rows, columns) = (x.shape[0], x.shape[1]);
        for (long row = 0; row < rows; row++)
        {
            text.Write(Number(y, row));
            if (queryIds?[(int)row] is { } query)
                text.Write(string.Create(CultureInfo.InvariantCulture, $" qid:{query}"));
            for (long column = 0; column < columns; column++)
                if (Number(x, (row * columns) + column) is var value and not ("0" or "-0"))
                    text.Write(string.Create(CultureInfo.InvariantCulture, $" {column + first}:{value}"));
            text.WriteLine();
        }
    }

    private static string Number(NDArray array, long index) =>
        array.GetAtIndex(index) switch
        {
            IFormattable value => Numbers.ToText(value),
            true => "1",
            _ => "0",
        };
}
