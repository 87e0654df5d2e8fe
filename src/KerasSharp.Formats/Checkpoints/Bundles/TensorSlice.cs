using System.Text;
using KerasSharp.Formats.Protobuf;

namespace KerasSharp.Formats.Checkpoints.Bundles;

/// <summary>Where a part of a tensor begins in each dimension, and how long it is; a length of -1 is the dimension's whole.</summary>
internal sealed record TensorSlice(long[] Starts, long[] Lengths)
{
    /// <summary>A slice from its message.</summary>
    public static TensorSlice Of(TensorSliceProto slice) =>
        new(
            [
                .. slice.Extent.Select(extent =>
                    extent.HasLengthHackCase == TensorSliceProto.Types.Extent.HasLengthHackOneofCase.Length ? extent.Start : 0
                ),
            ],
            [
                .. slice.Extent.Select(extent =>
                    extent.HasLengthHackCase == TensorSliceProto.Types.Extent.HasLengthHackOneofCase.Length ? extent.Length : -1
                ),
            ]
        );

    /// <summary>The slice as its message.</summary>
    public TensorSliceProto ToProto() =>
        new() { Extent = { Starts.Zip(Lengths, (start, length) => new TensorSliceProto.Types.Extent { Start = start, Length = length }) } };

    /// <summary>The key of this part of a tensor.</summary>
    /// <param name="name">The tensor's own key.</param>
    public byte[] Key(string name)
    {
        using var key = new MemoryStream();
        // What begins with 0 is no name.
        OrderedCode.WriteNumber(key, 0);
        OrderedCode.WriteBytes(key, Encoding.UTF8.GetBytes(name));
        OrderedCode.WriteNumber(key, (ulong)Starts.Length);
        for (int i = 0; i < Starts.Length; i++)
        {
            OrderedCode.WriteSigned(key, Starts[i]);
            OrderedCode.WriteSigned(key, Lengths[i]);
        }
        return key.ToArray();
    }

    /// <summary>The slice with every length known, or null where it does not lie within the shape.</summary>
    public TensorSlice? Within(Shape shape)
    {
        if (Starts.Length != shape.Rank)
            return null;
        var lengths = new long[Starts.Length];
        for (int i = 0; i < lengths.Length; i++)
        {
            lengths[i] = Lengths[i] == -1 ? shape[i] : Lengths[i];
            if (Starts[i] < 0 || lengths[i] < 0 || Starts[i] > shape[i] || lengths[i] > shape[i] - Starts[i])
                return null;
        }
        return this with { Lengths = lengths };
    }

    /// <summary>Whether two parts have an element in common; both must have known lengths.</summary>
    public bool Overlaps(TensorSlice other)
    {
        for (int i = 0; i < Starts.Length; i++)
            if (Starts[i] >= other.Starts[i] + other.Lengths[i] || other.Starts[i] >= Starts[i] + Lengths[i])
                return false;
        return true;
    }
}
