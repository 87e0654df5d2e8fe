using System.Globalization;
using System.Text;

namespace KerasSharp.Formats.Archives;

/// <summary>What entries before an entry say of it: names over 100 bytes and sizes over 8 GiB do not fit into its own header.</summary>
/// <param name="budget">For errors.</param>
internal sealed class TarOverrides(ArchiveBudget budget)
{
    private string? name;
    private string? linkTarget;
    private long? size;

    /// <summary>The header with what was said before; what was said holds for one entry only.</summary>
    public TarHeader Apply(TarHeader header)
    {
        var full = header with { Name = name ?? header.Name, LinkTarget = linkTarget ?? header.LinkTarget, Size = size ?? header.Size };
        (name, linkTarget, size) = (null, null, null);
        return full;
    }

    /// <summary>Takes what such an entry says.</summary>
    public void Take(char type, ReadOnlySpan<byte> data)
    {
        if (type == 'L')
            name = TarHeader.Text(data);
        else if (type == 'K')
            linkTarget = TarHeader.Text(data);
        else
            TakeRecords(data);
    }

    /// <summary>Records of POSIX: <c>LENGTH KEY=VALUE</c> and a line's end, the length being that of the whole record.</summary>
    private void TakeRecords(ReadOnlySpan<byte> data)
    {
        while (!data.IsEmpty && data[0] != 0)
        {
            int space = data.IndexOf((byte)' ');
            if (space < 0 || !int.TryParse(data[..space], NumberStyles.None, CultureInfo.InvariantCulture, out int length))
                throw Broken();
            int equals = length > space + 1 && length <= data.Length ? data[space..length].IndexOf((byte)'=') : -1;
            if (equals < 0 || data[length - 1] != '\n')
                throw Broken();
            Take(
                Encoding.UTF8.GetString(data[(space + 1)..(space + equals)]),
                Encoding.UTF8.GetString(data[(space + equals + 1)..(length - 1)])
            );
            data = data[length..];
        }
    }

    private void Take(string key, string value)
    {
        if (key == "path")
            name = value;
        else if (key == "linkpath")
            linkTarget = value;
        else if (key == "size")
            size = long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : throw Broken();
        else if (key.StartsWith("GNU.sparse.", StringComparison.Ordinal))
            throw budget.Error("", "holds a file with holes (GNU sparse), which is not read; pack it without --sparse.");
    }

    private FileFormatException Broken() => budget.Error("", "an extended header of the tar archive is damaged.");
}
