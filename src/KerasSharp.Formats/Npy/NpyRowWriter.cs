namespace KerasSharp.Formats.Npy;

/// <summary>Writes an npy file block by block, where the number of rows is known only at the end.</summary>
/// <remarks>The file appears when <see cref="Complete"/> is called; without that nothing is left behind.</remarks>
public sealed class NpyRowWriter : IDisposable
{
    private readonly string path;
    private readonly string temporary;
    private readonly FileStream stream;
    private NpyHeader? header;
    private bool completed;

    private NpyRowWriter(string path)
    {
        this.path = path;
        temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        stream = File.Create(temporary);
    }

    /// <summary>The rows written so far.</summary>
    public long RowCount => header?.Shape[0] ?? 0;

    /// <summary>Begins a file.</summary>
    /// <param name="path">The file; one of that name is replaced in the end.</param>
    public static NpyRowWriter Create(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        return new NpyRowWriter(full);
    }

    /// <summary>Appends rows. The first block decides the element type and the shape of a row.</summary>
    /// <param name="rows">One axis or more, the first counting the rows.</param>
    /// <exception cref="ArgumentException">The block has no rows axis, or another element type or row shape than the first.</exception>
    /// <exception cref="InvalidOperationException">The file is complete.</exception>
    public void Write(NpyArray rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (completed)
            throw new InvalidOperationException($"'{path}' is complete; no rows can follow.");
        if (rows.Shape.Count == 0)
            throw new ArgumentException("Rows need an axis that counts them, got a single value.", nameof(rows));
        if (header is null)
            // The true number of rows is put in at the end; NumPy's header leaves room for its digits.
            stream.Write((header = rows.Header with { Shape = [0, .. rows.Shape.Skip(1)] }).ToBytes());
        CheckLike(rows, header);
        rows.ForEach((part, _) => stream.Write(part));
        header = header with { Shape = [header.Shape[0] + rows.Shape[0], .. header.Shape.Skip(1)] };
    }

    /// <summary>Ends the file and puts it in its place.</summary>
    /// <exception cref="InvalidOperationException">Nothing was written, so there is no element type; or the file is complete.</exception>
    public void Complete()
    {
        if (header is null || completed)
            throw new InvalidOperationException(
                completed ? $"'{path}' is complete already." : $"'{path}' has no rows: write a block first."
            );
        stream.Position = 0;
        stream.Write(header.ToBytes());
        stream.Dispose();
        File.Move(temporary, path, overwrite: true);
        completed = true;
    }

    /// <summary>Closes the file; one that was not completed is deleted.</summary>
    public void Dispose()
    {
        stream.Dispose();
        File.Delete(temporary);
    }

    private static void CheckLike(NpyArray rows, NpyHeader header)
    {
        if (rows.Type != header.Type || !rows.Shape.Skip(1).SequenceEqual(header.Shape.Skip(1)))
            throw new ArgumentException(
                $"The first block has {header.Type.Descr} rows of shape ({string.Join(", ", header.Shape.Skip(1))}); "
                    + $"this one has {rows.Descr} rows of shape ({string.Join(", ", rows.Shape.Skip(1))}).",
                nameof(rows)
            );
    }
}
