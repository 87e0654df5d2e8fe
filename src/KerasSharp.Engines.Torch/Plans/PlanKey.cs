using NumSharp;

namespace KerasSharp.Engines.Torch.Plans;

/// <summary>The shapes of a call's inputs, as a dictionary key.</summary>
internal readonly struct PlanKey(long[][] shapes) : IEquatable<PlanKey>
{
    private readonly long[][] shapes = shapes;

    public static PlanKey Of(NDArray[] values) => new(Array.ConvertAll(values, value => value.shape));

    public bool Equals(PlanKey other)
    {
        if (shapes.Length != other.shapes.Length)
            return false;
        for (int i = 0; i < shapes.Length; i++)
            if (!shapes[i].AsSpan().SequenceEqual(other.shapes[i]))
                return false;
        return true;
    }

    public override bool Equals(object? obj) => obj is PlanKey other && Equals(other);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var shape in shapes)
        foreach (long dim in shape)
            hash.Add(dim);
        return hash.ToHashCode();
    }
}
