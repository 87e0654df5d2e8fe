using System.Globalization;

namespace KerasSharp.Callbacks;

/// <summary>
/// Writes the logs of each epoch as a row of a CSV file: <c>epoch</c>, then the names of the first epoch's logs in alphabetical order, with
/// <c>val_</c> columns in any case. What a row lacks is <c>NA</c>; names that appear later have no column.
/// </summary>
/// <param name="filename">The file.</param>
/// <param name="separator">What stands between the values of a row: one character.</param>
/// <param name="append">Whether rows are added to a file that exists instead of writing it anew.</param>
public sealed class CSVLogger(string filename, string separator = ",", bool append = false) : Callback
{
    private StreamWriter? file;
    private List<string>? keys;
    private bool writesHeader = true;

    /// <inheritdoc/>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public override void OnTrainBegin(Logs logs)
    {
        file?.Dispose();
        if (append && File.Exists(filename))
            writesHeader = new FileInfo(filename).Length == 0;
        file = new StreamWriter(filename, append) { NewLine = "\r\n" };
        keys = null;
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(int epoch, Logs logs)
    {
        if (keys is null)
        {
            keys = Columns(logs);
            if (writesHeader)
                Write(keys.Prepend("epoch"));
        }
        Write(keys.Select(key => Value(logs, key)).Prepend(epoch.ToString(CultureInfo.InvariantCulture)));
        file!.Flush();
    }

    /// <inheritdoc/>
    public override void OnTrainEnd(Logs logs) => file?.Dispose();

    private static List<string> Columns(Logs logs)
    {
        var columns = logs.Keys.Order(StringComparer.Ordinal).ToList();
        if (!columns.Any(key => key.StartsWith("val_", StringComparison.Ordinal)))
            columns.AddRange(columns.Select(key => $"val_{key}").ToList());
        return columns;
    }

    private static string Value(Logs logs, string key)
    {
        if (logs.Arrays.TryGetValue(key, out var several))
            return $"\"[{string.Join(", ", several.Select(PythonNumber.Repr))}]\"";
        return logs.TryGetValue(key, out double value) ? PythonNumber.Repr(value) : "NA";
    }

    private void Write(IEnumerable<string> values) => file!.WriteLine(string.Join(separator, values.Select(Quoted)));

    private string Quoted(string value) =>
        value.Contains(separator, StringComparison.Ordinal) || value.AsSpan().ContainsAny('"', '\r', '\n')
            ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : value;
}
