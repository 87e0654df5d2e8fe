using System.Text;
using KerasSharp.Formats.Npy;
using NumSharp;

namespace KerasSharp.Formats.Tables;

/// <summary>Reads a libsvm file into dense arrays.</summary>
internal sealed class LibsvmReader(string path)
{
    /// <summary>Without a given width, a dense array may be this many times the file's size, or as many bytes where that is more.</summary>
    private const long MaximumExpansion = 1024;
    private const long SmallArray = 64L << 20;
    private readonly List<LibsvmRow> rows = [];
    private readonly List<int> lines = [];

    public LibsvmData Read(int? featureCount, bool? zeroBased)
    {
        using var stream = File.OpenRead(path);
        ReadRows(stream);
        var first = zeroBased ?? rows.Exists(row => row.Features is [(0, _), ..]) ? 0 : 1;
        var width = featureCount ?? Width(first, stream.Length);
        Check(first, width);
        var labels = np.array(rows.Select(row => row.Label).ToArray());
        return new LibsvmData(Dense(first, width), labels, [.. rows.Select(row => row.QueryId)]);
    }

    private void ReadRows(Stream stream)
    {
        using var text = new StreamReader(stream, new UTF8Encoding(false), leaveOpen: true);
        for (var line = 1; text.ReadLine() is { } content; line++)
            try
            {
                if (LibsvmRow.Parse(content) is not { } row)
                    continue;
                rows.Add(row);
                lines.Add(line);
            }
            catch (FormatException e)
            {
                throw Error(line, e.Message, e);
            }
    }

    private int Width(int first, long fileLength)
    {
        var width = rows.Select(row => row.Features.Count == 0 ? 0 : row.Features[^1].Index - first + 1L).DefaultIfEmpty().Max();
        var bytes = width * rows.Count * sizeof(float);
        return bytes <= Math.Max(SmallArray, fileLength * MaximumExpansion)
            ? (int)width
            : throw new FileFormatException(
                path,
                "",
                $"feature {width - 1 + first} would make a dense array of {bytes} bytes of a file of {fileLength}; give featureCount where that is right"
            );
    }

    private void Check(int first, int width)
    {
        for (var i = 0; i < rows.Count; i++)
            if (rows[i].Features is [.., var last] && (rows[i].Features[0].Index < first || last.Index - first >= width))
                throw Error(
                    lines[i],
                    $"expected features from {first} to {width - 1L + first}, got {rows[i].Features[0].Index} to {last.Index}"
                );
    }

    private unsafe NDArray Dense(int first, int width)
    {
        var array = np.zeros(new NumSharp.Shape([rows.Count, width]), np.float32);
        var values = (float*)NpyMemory.Address(array);
        for (var i = 0; i < rows.Count; i++)
            foreach (var (index, value) in rows[i].Features)
                values[((long)i * width) + index - first] = value;
        GC.KeepAlive(array);
        return array;
    }

    private FileFormatException Error(int line, string problem, Exception? inner = null) => new(path, $"line {line}", problem, inner);
}
