using NumSharp;

namespace KerasSharp.Formats.Tables;

/// <summary>Reads and writes CSV files: tables of text with a separator between fields.</summary>
public static class CsvFile
{
    /// <summary>Loads a file. Fields may be quoted, lines end in LF or CRLF, and a byte order mark is understood.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Separator, decimal sign, header and columns; null for the usual ones.</param>
    /// <exception cref="FileFormatException">The file is empty, a row has another number of fields than the first, a quote is not closed, a wanted column is missing, or the text is not in the encoding.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="ArgumentException">Separator and decimal sign are the same.</exception>
    public static CsvTable Load(string path, CsvOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        options ??= new CsvOptions();
        options.Check();
        using var stream = File.OpenRead(path);
        return CsvTableReader.Read(stream, path, options);
    }

    /// <summary>Writes columns of numbers and of strings as UTF-8, lines ended by LF. The file appears whole or not at all.</summary>
    /// <param name="path">The file; one of that name is replaced.</param>
    /// <param name="columns">
    /// The columns by name, in the order in which they are written: each an <see cref="NDArray"/> of one axis (NaN is written as an empty field) or a
    /// list of strings, all of one length.
    /// </param>
    /// <param name="options">Separator, decimal sign and header; null for the usual ones.</param>
    /// <exception cref="ArgumentException">A column is of another kind, or columns have different lengths.</exception>
    /// <exception cref="NotSupportedException">The options select columns, or another encoding than UTF-8.</exception>
    public static void Save(string path, IEnumerable<KeyValuePair<string, object>> columns, CsvOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(columns);
        options ??= new CsvOptions();
        options.Check();
        AtomicFile.Write(path, (Stream stream) => CsvTableWriter.Write(stream, [.. columns], options));
    }
}
