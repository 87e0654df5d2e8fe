namespace KerasSharp.Formats.Records;

/// <summary>One feature of a batch: the value of every example, checked against the specification.</summary>
/// <param name="name">The feature's name.</param>
/// <param name="spec">What is expected under it.</param>
/// <param name="features">The feature of each example, null where it is missing.</param>
/// <param name="place">What errors call an example.</param>
internal sealed class FeatureColumn(string name, FeatureSpec spec, Feature?[] features, Func<int, string> place)
{
    private long Step => spec.Shape.Size;

    /// <summary>The columns of all specifications, from the features of each example.</summary>
    public static ParsedFeatures Parse(
        IReadOnlyDictionary<string, FeatureSpec> specs,
        IDictionary<string, Feature>[] examples,
        Func<int, string> place
    ) => Parse(specs, name => [.. examples.Select(features => features.TryGetValue(name, out var feature) ? feature : null)], place);

    /// <summary>The columns of all specifications, from the features under each name.</summary>
    public static ParsedFeatures Parse(
        IReadOnlyDictionary<string, FeatureSpec> specs,
        Func<string, Feature?[]> features,
        Func<int, string> place
    )
    {
        var dense = new Dictionary<string, TensorValue>();
        var sparse = new Dictionary<string, SparseValue>();
        foreach (var (name, spec) in specs)
        {
            var column = new FeatureColumn(name, spec, features(name), place);
            if (spec.Arrangement == FeatureSpec.Layout.Variable)
                sparse[name] = column.Sparse();
            else
                dense[name] = spec.Arrangement == FeatureSpec.Layout.Fixed ? column.Fixed() : column.Padded();
        }
        return new ParsedFeatures(dense, sparse);
    }

    /// <summary>Every example has the shape's number of values; shape [examples, …].</summary>
    private TensorValue Fixed()
    {
        var values = new FeatureValues(spec.DType);
        for (int i = 0; i < features.Length; i++)
            if (Present(i) is { } feature)
                values.Add(Counted(i, feature));
            else
                values.Add(spec.Default ?? throw Error(i, "it is missing, and there is no default for it."), Step);
        return values.ToTensor(Shape.Of([features.Length, .. spec.Shape.ToArray()]));
    }

    /// <summary>Every example has any number of steps, filled up to the longest; shape [examples, steps, …].</summary>
    private TensorValue Padded()
    {
        int longest = 0;
        for (int i = 0; i < features.Length; i++)
            longest = Math.Max(longest, Whole(i, Present(i)));
        var values = new FeatureValues(spec.DType);
        for (int i = 0; i < features.Length; i++)
        {
            var feature = Present(i);
            if (feature is not null)
                values.Add(feature);
            values.Add(spec.Default, longest - (feature?.Count ?? 0));
        }
        return values.ToTensor(Shape.Of([features.Length, Step == 0 ? 0 : longest / Step, .. spec.Shape.ToArray()]));
    }

    /// <summary>Every example has any number of values; dense shape [examples, longest].</summary>
    private SparseValue Sparse()
    {
        var values = new FeatureValues(spec.DType);
        var indices = new List<long>();
        int longest = 0;
        for (int i = 0; i < features.Length; i++)
        {
            if (Present(i) is not { } feature)
                continue;
            values.Add(feature);
            for (int at = 0; at < feature.Count; at++)
                indices.AddRange(i, at);
            longest = Math.Max(longest, feature.Count);
        }
        var places = TensorValue.From<long>(Shape.Of(values.Count, 2), indices.ToArray());
        return new SparseValue(places, values.ToTensor(Shape.Of(values.Count)), Shape.Of(features.Length, longest));
    }

    /// <summary>The feature of an example where it has values of the right kind, null where it is missing.</summary>
    private Feature? Present(int example)
    {
        var feature = features[example];
        if (feature is null || feature.Kind == FeatureKind.None)
            return null;
        return feature.Kind == Kinds.Of(spec.DType)
            ? feature
            : throw Error(
                example,
                $"{Kinds.Of(spec.DType)} values are expected for {spec.DType.Name()}, and {feature.Kind} values are there."
            );
    }

    private Feature Counted(int example, Feature feature) =>
        feature.Count == Step
            ? feature
            : throw Error(example, $"{Step} values are expected for the shape {spec.Shape}, and {feature.Count} are there.");

    private int Whole(int example, Feature? feature)
    {
        int count = feature?.Count ?? 0;
        return count == 0 || (Step > 0 && count % Step == 0)
            ? count
            : throw Error(example, $"whole steps of {Step} values for the shape {spec.Shape} are expected, and {count} values are there.");
    }

    private FileFormatException Error(int example, string problem) => new(place(example), $"feature '{name}'", problem);
}
