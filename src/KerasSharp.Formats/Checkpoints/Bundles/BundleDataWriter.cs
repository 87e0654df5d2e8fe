using KerasSharp.Engines;
using KerasSharp.Formats.Checksums;
using NumSharp;

namespace KerasSharp.Formats.Checkpoints.Bundles;

/// <summary>Writes the values of a checkpoint one after the other to a file beside its place, which <see cref="Finish"/> moves there.</summary>
internal sealed class BundleDataWriter : IDisposable
{
    private const int ChunkSize = 1 << 20;

    private readonly string path;
    private readonly string temporary;
    private readonly FileStream stream;

    public BundleDataWriter(string path)
    {
        this.path = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(this.path)!);
        temporary = $"{this.path}.{Guid.NewGuid():N}.tmp";
        stream = File.Create(temporary);
    }

    /// <summary>Writes an array straight from its memory.</summary>
    public unsafe (long Offset, long Size, uint Checksum) Write(NDArray array)
    {
        var dense = HostMemory.Dense(array);
        var (offset, size, crc) = (stream.Position, array.size * (long)array.dtypesize, 0u);
        for (long done = 0; done < size; done += ChunkSize)
        {
            var chunk = new ReadOnlySpan<byte>((byte*)HostMemory.Address(dense) + done, (int)Math.Min(ChunkSize, size - done));
            stream.Write(chunk);
            crc = Crc32C.Extend(crc, chunk);
        }
        GC.KeepAlive(dense);
        return (offset, size, Crc32C.Mask(crc));
    }

    /// <summary>Writes a value.</summary>
    public (long Offset, long Size, uint Checksum) Write(TensorValue value)
    {
        long offset = stream.Position;
        if (value.DType == DType.String)
        {
            uint checksum = BundleStrings.Write(stream, value.Strings);
            return (offset, stream.Position - offset, checksum);
        }
        stream.Write(value.Bytes);
        return (offset, value.Bytes.Length, Crc32C.Masked(value.Bytes));
    }

    /// <summary>Closes the file and moves it to its place.</summary>
    public void Finish()
    {
        stream.Dispose();
        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>Deletes what was not finished.</summary>
    public void Dispose()
    {
        stream.Dispose();
        File.Delete(temporary);
    }
}
