using KerasSharp.Engines;
using KerasSharp.Formats.Protobuf;
using KerasSharp.Formats.Protobuf.Tensors;
using NumSharp;

namespace KerasSharp.Formats.Checkpoints.Bundles;

/// <summary>Reads the tensors of a checkpoint, whole ones and those in parts.</summary>
internal sealed class BundleReader
{
    // Every two parts are compared.
    private const int MaxParts = 4096;

    private readonly BundleIndex index;
    private readonly BundleData data;

    public BundleReader(string prefix, BundleIndex index)
    {
        this.index = index;
        data = new BundleData(prefix, index.Header.NumShards);
        data.Check(index.Entries);
    }

    /// <summary>A tensor's numbers.</summary>
    /// <exception cref="NotSupportedException">The tensor has strings.</exception>
    public NDArray ReadArray(string key, BundleEntryProto entry)
    {
        var (dtype, shape) = Describe(key, entry);
        if (dtype == DType.String)
            throw new NotSupportedException($"The tensor '{key}' has strings, of which NumSharp has no arrays. Use ReadValue.");
        return RawTensor.Finish(ReadBits(key, entry, dtype, shape), dtype, shape);
    }

    /// <summary>A tensor's values.</summary>
    public unsafe TensorValue ReadValue(string key, BundleEntryProto entry)
    {
        var (dtype, shape) = Describe(key, entry);
        if (dtype == DType.String)
            return TensorValue.FromStrings(shape, Strings(key, entry, shape));
        long length = shape.Size * dtype.Size();
        if (length > Array.MaxLength)
            throw data.Error(entry, key, $"its {length} bytes are more than can be read at once. Use ReadArray.");
        using var bits = ReadBits(key, entry, dtype, shape);
        var bytes = length == 0 ? [] : new ReadOnlySpan<byte>((void*)HostMemory.Address(bits), (int)length);
        return TensorValue.FromBytes(dtype, shape, bytes);
    }

    private (DType DType, Shape Shape) Describe(string key, BundleEntryProto entry)
    {
        if (!entry.Dtype.TryGetDType(out var dtype) || dtype is DType.Resource)
            throw data.Error(entry, key, $"values of type {entry.Dtype.Name()} cannot be read.");
        return (dtype.Value, TensorShapes.Defined(entry.Shape, index.Path, $"tensor '{key}'"));
    }

    private NDArray ReadBits(string key, BundleEntryProto entry, DType dtype, Shape shape)
    {
        if (entry.Slices.Count > 0)
            return ReadParts(key, entry, dtype, shape);
        if (entry.Size != shape.Size * dtype.Size())
            throw data.Error(
                entry,
                key,
                $"shape {shape} of {dtype.Name()} has {shape.Size * dtype.Size()} bytes; the index says {entry.Size}."
            );
        var bits = HostMemory.NewBits(dtype, shape);
        if (entry.Size > 0)
            data.ReadTo(entry, HostMemory.Address(bits), key);
        return bits;
    }

    private byte[][] Strings(string key, BundleEntryProto entry, Shape shape)
    {
        if (entry.Slices.Count > 0)
            throw data.Error(entry, key, "strings in parts are not supported.");
        return BundleStrings.Read(data.ReadRaw(entry, key), shape.Size, entry.Crc32C, problem => data.Error(entry, key, problem));
    }

    private NDArray ReadParts(string key, BundleEntryProto entry, DType dtype, Shape shape)
    {
        var parts = Parts(key, entry, dtype, shape);
        var whole = HostMemory.NewBits(dtype, shape);
        foreach (var (slice, part) in parts)
        {
            using var bits = ReadBits(key, part, dtype, Shape.Of(slice.Lengths));
            RawTensor.Place(bits, whole, slice, shape, dtype.Size());
        }
        return whole;
    }

    /// <summary>The parts of a tensor, which must be the whole of it, no two with an element in common.</summary>
    private List<(TensorSlice Slice, BundleEntryProto Entry)> Parts(string key, BundleEntryProto entry, DType dtype, Shape shape)
    {
        var parts = new List<(TensorSlice Slice, BundleEntryProto Entry)>();
        if (entry.Slices.Count > MaxParts)
            throw data.Error(entry, key, $"it has {entry.Slices.Count} parts; at most {MaxParts} are read.");
        foreach (var slice in entry.Slices.Select(TensorSlice.Of))
        {
            var within = slice.Within(shape) ?? throw data.Error(entry, key, $"a part of it does not lie within its shape {shape}.");
            var part = index.Find(slice.Key(key));
            if (part is null || part.Slices.Count > 0 || part.Dtype != entry.Dtype)
                throw data.Error(entry, key, "a part of it is missing.");
            if (parts.Any(other => other.Slice.Overlaps(within)))
                throw data.Error(entry, key, "two of its parts overlap.");
            parts.Add((within, part));
        }
        Int128 total = 0;
        foreach (var (_, part) in parts)
            total += part.Size;
        return total == shape.Size * dtype.Size() && total <= data.Length
            ? parts
            : throw data.Error(
                entry,
                key,
                $"shape {shape} has {shape.Size * dtype.Size()} bytes; its parts have {total}, and all files {data.Length}."
            );
    }
}
