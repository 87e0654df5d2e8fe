using KerasSharp.Formats.Protobuf;
using KerasSharp.Formats.Protobuf.Tensors;

namespace KerasSharp.Formats.SavedModel.Writing;

/// <summary>Nested Python values, by which TensorFlow knows how a function is called.</summary>
internal static class Structure
{
    public static StructuredValue None() => new() { NoneValue = new NoneValue() };

    public static StructuredValue Text(string text) => new() { StringValue = text };

    public static StructuredValue Tuple(params IEnumerable<StructuredValue> values) =>
        new() { TupleValue = new TupleValue { Values = { values } } };

    public static StructuredValue List(IEnumerable<StructuredValue> values) => new() { ListValue = new ListValue { Values = { values } } };

    public static StructuredValue Dictionary(IEnumerable<(string Key, StructuredValue Value)> fields)
    {
        var dictionary = new DictValue();
        foreach (var (key, value) in fields)
            dictionary.Fields.Add(key, value);
        return new StructuredValue { DictValue = dictionary };
    }

    public static StructuredValue Spec(TensorSpec spec) =>
        new()
        {
            TensorSpecValue = new TensorSpecProto
            {
                Name = spec.Name,
                Shape = spec.Shape.ToProto(),
                Dtype = (DataType)spec.DType,
            },
        };

    /// <summary>A dictionary of specs by their names.</summary>
    public static StructuredValue ByName(IEnumerable<TensorSpec> specs) => Dictionary(specs.Select(spec => (spec.Name, Spec(spec))));

    /// <summary>A single spec, or a list of several.</summary>
    public static StructuredValue OneOrList(IEnumerable<TensorSpec> specs)
    {
        StructuredValue[] values = [.. specs.Select(Spec)];
        return values.Length == 1 ? values[0] : List(values);
    }
}
