using System.Buffers.Binary;
using System.IO.Compression;

namespace KerasSharp.Testing;

/// <summary>Makes idx files by the format's description, without the code under test.</summary>
public static class IdxBytes
{
    /// <summary>A file of an element type's code, sizes and big-endian elements.</summary>
    public static byte[] Of(byte type, uint[] shape, byte[] data)
    {
        var bytes = new byte[4 + (4 * shape.Length)];
        bytes[2] = type;
        bytes[3] = (byte)shape.Length;
        for (var i = 0; i < shape.Length; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(4 + (4 * i)), shape[i]);
        }

        return [.. bytes, .. data];
    }

    /// <summary><paramref name="count"/> images of 28×28 in which every pixel of image i is i + <paramref name="first"/>.</summary>
    public static byte[] Images(int count, int first = 0) =>
        Of(8, [(uint)count, 28, 28], [.. Enumerable.Range(0, count * 784).Select(i => (byte)(first + (i / 784)))]);

    /// <summary>A file of labels.</summary>
    public static byte[] Labels(params byte[] labels) => Of(8, [(uint)labels.Length], labels);

    /// <summary>The file compressed.</summary>
    public static byte[] Gzip(byte[] content)
    {
        var target = new MemoryStream();
        using (var packed = new GZipStream(target, CompressionLevel.Optimal))
        {
            packed.Write(content);
        }

        return target.ToArray();
    }
}
