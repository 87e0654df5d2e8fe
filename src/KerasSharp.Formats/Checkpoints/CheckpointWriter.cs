using System.Text;
using Google.Protobuf;
using KerasSharp.Formats.Checkpoints.Bundles;
using KerasSharp.Formats.Checkpoints.Tables;
using KerasSharp.Formats.Protobuf;
using KerasSharp.Formats.Protobuf.Tensors;
using NumSharp;

namespace KerasSharp.Formats.Checkpoints;

/// <summary>
/// Writes a checkpoint of names and values, as TensorFlow 1's Saver does: values go to the file as they are added, and <see cref="Finish"/> makes the
/// checkpoint appear. What is disposed before that leaves nothing behind.
/// </summary>
public sealed class CheckpointWriter : IDisposable
{
    private readonly string prefix;
    private readonly BundleDataWriter data;
    private readonly SortedDictionary<byte[], BundleEntryProto> entries = new(
        Comparer<byte[]>.Create((left, right) => left.AsSpan().SequenceCompareTo(right))
    );
    private bool isFinished;

    /// <summary>Begins a checkpoint.</summary>
    /// <param name="prefix">Its path without an ending; <c>.index</c> and <c>.data-00000-of-00001</c> are added to it. Its folder is made.</param>
    public CheckpointWriter(string prefix)
    {
        this.prefix = prefix;
        data = new BundleDataWriter(BundlePaths.Shard(prefix, 0, 1));
    }

    /// <summary>Adds an array.</summary>
    /// <param name="key">Its key, a variable's name; not empty.</param>
    /// <param name="array">The array.</param>
    /// <exception cref="ArgumentException">The key is empty or there already.</exception>
    public void Add(string key, NDArray array) =>
        Add(KeyOf(key), DTypeExtensions.DTypeOf(array), Shape.Of(array.shape), () => data.Write(array));

    /// <summary>Adds a value of any type, strings and bfloat16 too.</summary>
    /// <param name="key">Its key, a variable's name; not empty.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The key is empty or there already.</exception>
    public void Add(string key, TensorValue value) => Add(KeyOf(key), value.DType, value.Shape, () => data.Write(value));

    /// <summary>Adds a part of a tensor that is saved in parts, as TensorFlow does with partitioned variables. All parts together must be the whole.</summary>
    /// <param name="key">The tensor's key.</param>
    /// <param name="shape">The shape of the whole.</param>
    /// <param name="starts">Where the part begins in each dimension, from 0.</param>
    /// <param name="part">The part's values.</param>
    /// <exception cref="ArgumentException">The part does not lie within the whole, or is there already, or the whole has another shape or type.</exception>
    public void AddPart(string key, Shape shape, long[] starts, NDArray part)
    {
        var slice = new TensorSlice(starts, part.shape);
        if (starts.Length != part.ndim || slice.Within(shape) is null)
            throw new ArgumentException(
                $"A part of shape {Shape.Of(part.shape)} that begins at [{string.Join(", ", starts)}] does not lie within {shape}."
            );
        var dtype = DTypeExtensions.DTypeOf(part);
        if (!entries.TryGetValue(KeyOf(key), out var whole))
            entries[KeyOf(key)] = whole = new BundleEntryProto { Dtype = (DataType)dtype, Shape = shape.ToProto() };
        else if (whole.Slices.Count == 0 || whole.Dtype != (DataType)dtype || !whole.Shape.Equals(shape.ToProto()))
            throw new ArgumentException($"'{key}' is there already with another type or shape, or as a whole.", nameof(key));
        Add(slice.Key(key), dtype, Shape.Of(part.shape), () => data.Write(part));
        whole.Slices.Add(slice.ToProto());
    }

    /// <summary>Writes the index and moves both files to their places.</summary>
    /// <exception cref="ObjectDisposedException">The checkpoint is finished already.</exception>
    public void Finish()
    {
        ObjectDisposedException.ThrowIf(isFinished, this);
        isFinished = true;
        var header = new BundleHeaderProto
        {
            NumShards = 1,
            Version = new VersionDef { Producer = 1 },
        };
        IEnumerable<(byte[], byte[])> table =
        [
            ([], header.ToByteArray()),
            .. entries.Select(entry => (entry.Key, entry.Value.ToByteArray())),
        ];
        AtomicFile.Write(
            BundlePaths.Index(prefix),
            (Stream stream) =>
            {
                TableWriter.Write(stream, table);
                stream.Flush();
                data.Finish();
            }
        );
    }

    /// <inheritdoc/>
    public void Dispose() => data.Dispose();

    private void Add(byte[] key, DType dtype, Shape shape, Func<(long Offset, long Size, uint Checksum)> write)
    {
        ObjectDisposedException.ThrowIf(isFinished, this);
        if (entries.ContainsKey(key))
            throw new ArgumentException($"The checkpoint has '{Encoding.UTF8.GetString(key)}' already.", nameof(key));
        var (offset, size, checksum) = write();
        entries.Add(
            key,
            new BundleEntryProto
            {
                Dtype = (DataType)dtype,
                Shape = shape.ToProto(),
                Offset = offset,
                Size = size,
                Crc32C = checksum,
            }
        );
    }

    private static byte[] KeyOf(string key) =>
        key.Length > 0 && key[0] != '\0'
            ? Encoding.UTF8.GetBytes(key)
            : throw new ArgumentException("A key must not be empty, nor begin with the character of number 0.", nameof(key));
}
