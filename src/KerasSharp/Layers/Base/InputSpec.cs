namespace KerasSharp.Layers;

/// <summary>What a layer demands of an input.</summary>
public sealed record InputSpec
{
    /// <summary>The exact rank, batch included; any by default.</summary>
    public int? Rank { get; init; }

    /// <summary>The least rank, batch included.</summary>
    public int? MinRank { get; init; }

    /// <summary>The greatest rank, batch included.</summary>
    public int? MaxRank { get; init; }

    /// <summary>Lengths of single axes; a negative axis counts from the end.</summary>
    public IReadOnlyDictionary<int, long> Axes { get; init; } = new Dictionary<int, long>();

    /// <summary>Whether text is accepted; false by default.</summary>
    public bool AcceptsStrings { get; init; }

    /// <summary>What is wrong with an input and how to put it right, or null.</summary>
    internal string? Problem(Tensor input)
    {
        if (!AcceptsStrings && (input.DType == DType.String || input.DType.IsComplex()))
            return $"expected numbers (float32, say), found {input.DType.Name()}. Convert the data to numbers first";
        if (!input.Shape.HasRank)
            return null;
        int rank = input.Shape.Rank;
        if (Rank is { } exact && rank != exact)
            return $"expected ndim={exact}, found ndim={rank}. Reshape the input so that it has {exact} dimensions, the batch included";
        if (rank < MinRank)
            return $"expected min_ndim={MinRank}, found ndim={rank}. Add dimensions to the input, the batch comes first";
        if (rank > MaxRank)
            return $"expected max_ndim={MaxRank}, found ndim={rank}. Remove dimensions from the input";
        foreach (var (axis, length) in Axes)
            if (axis < rank && axis >= -rank && input.Shape[axis] >= 0 && input.Shape[axis] != length)
                return $"expected axis {axis} to have length {length}, found {input.Shape[axis]}. The layer was built for that length; feed such data or make a new layer";
        return null;
    }
}
