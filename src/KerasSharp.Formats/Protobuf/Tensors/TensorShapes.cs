namespace KerasSharp.Formats.Protobuf.Tensors;

/// <summary>TensorFlow's TensorShapeProto to and from <see cref="Shape"/>.</summary>
internal static class TensorShapes
{
    // TensorFlow's own limit.
    private const int MaxRank = 254;

    /// <summary>A shape of which all or nothing may be unknown; none at all is one of unknown rank.</summary>
    /// <exception cref="FileFormatException">A length is less than -1, or the rank absurd.</exception>
    public static Shape Partial(TensorShapeProto? shape, string file, string place)
    {
        if (shape is null or { UnknownRank: true })
            return Shape.Unknown;
        if (shape.Dim.Count > MaxRank)
            throw new FileFormatException(file, place, $"a shape has at most {MaxRank} dimensions; this one has {shape.Dim.Count}.");
        if (shape.Dim.FirstOrDefault(dim => dim.Size < -1) is { } bad)
            throw new FileFormatException(file, place, $"a length is 0 or more, or -1 where it is unknown; {bad.Size} came.");
        return Shape.Of([.. shape.Dim.Select(dim => dim.Size)]);
    }

    /// <summary>A shape that must be known; none at all is that of a scalar.</summary>
    /// <exception cref="FileFormatException">It is unknown, or has more elements than can be counted.</exception>
    public static Shape Defined(TensorShapeProto? shape, string file, string place)
    {
        var found = Partial(shape ?? new TensorShapeProto(), file, place);
        if (!found.IsDefined)
            throw new FileFormatException(file, place, $"a tensor's shape must be known; {found} came.");
        Int128 size = 1;
        bool isEmpty = found.Dims.Contains(0);
        foreach (long dim in found.Dims)
            size = isEmpty || size > long.MaxValue ? size : size * dim;
        return size <= long.MaxValue / 16
            ? found
            : throw new FileFormatException(file, place, $"no tensor has so many elements as the shape {found} says.");
    }

    /// <summary>The shape as TensorFlow's.</summary>
    public static TensorShapeProto ToProto(this Shape shape) =>
        shape.HasRank
            ? new TensorShapeProto { Dim = { shape.Select(dim => new TensorShapeProto.Types.Dim { Size = dim ?? -1 }) } }
            : new TensorShapeProto { UnknownRank = true };
}
