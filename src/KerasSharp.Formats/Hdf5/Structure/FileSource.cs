using Microsoft.Win32.SafeHandles;

namespace KerasSharp.Formats.Hdf5;

/// <summary>The bytes of a file, or those of a part such as a stored member of a zip.</summary>
internal sealed class FileSource : ByteSource
{
    private readonly SafeFileHandle handle;
    private readonly long start;

    /// <summary>A whole file.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="options">How to open it, for example <see cref="FileOptions.DeleteOnClose"/>.</param>
    public FileSource(string path, FileOptions options = FileOptions.None)
    {
        handle = File.OpenHandle(path, options: options);
        Length = RandomAccess.GetLength(handle);
    }

    /// <summary>A part of a file.</summary>
    public FileSource(string path, long start, long length)
        : this(path)
    {
        if (start < 0 || length < 0 || length > Length - start)
            throw new EndOfStreamException();
        (this.start, Length) = (start, length);
    }

    public override long Length { get; }

    public override void Read(long offset, Span<byte> target)
    {
        if (offset < 0 || offset > Length - target.Length)
            throw new EndOfStreamException();
        for (int done = 0; done < target.Length; )
        {
            int read = RandomAccess.Read(handle, target[done..], start + offset + done);
            done += read > 0 ? read : throw new EndOfStreamException();
        }
    }

    public override void Dispose() => handle.Dispose();
}
