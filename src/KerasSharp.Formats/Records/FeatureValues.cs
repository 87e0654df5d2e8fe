namespace KerasSharp.Formats.Records;

/// <summary>The values of one feature, gathered example after example.</summary>
/// <param name="dtype">float32, int64 or string.</param>
internal sealed class FeatureValues(DType dtype)
{
    private readonly List<float> floats = [];
    private readonly List<long> integers = [];
    private readonly List<byte[]> strings = [];

    public int Count => floats.Count + integers.Count + strings.Count;

    public void Add(Feature feature)
    {
        floats.AddRange(feature.Floats);
        integers.AddRange(feature.Int64s);
        strings.AddRange(feature.ByteStrings.Select(value => value.ToByteArray()));
    }

    /// <summary>Adds so many values of a default: its elements in turn, or its one element, or zeros where there is none.</summary>
    public void Add(TensorValue? value, long count)
    {
        for (int i = 0; i < count; i++)
        {
            int at = value?.Shape.Size == 1 ? 0 : i;
            if (dtype == DType.Float32)
                floats.Add(value is null ? 0 : value.Elements<float>()[at]);
            else if (dtype == DType.Int64)
                integers.Add(value is null ? 0 : value.Elements<long>()[at]);
            else
                strings.Add(value is null ? [] : value.Strings[at]);
        }
    }

    public TensorValue ToTensor(Shape shape) =>
        dtype switch
        {
            DType.Float32 => TensorValue.From<float>(shape, floats.ToArray()),
            DType.Int64 => TensorValue.From<long>(shape, integers.ToArray()),
            _ => TensorValue.FromStrings(shape, [.. strings]),
        };
}
