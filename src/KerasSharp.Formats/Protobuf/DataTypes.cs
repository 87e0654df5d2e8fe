using System.Diagnostics.CodeAnalysis;

namespace KerasSharp.Formats.Protobuf;

/// <summary>TensorFlow's types by their names in Python, and as <see cref="DType"/>.</summary>
internal static class DataTypes
{
    // A reference type's number is that of its type and this.
    private const int Reference = 100;

    private static readonly Dictionary<string, DataType> ByName = TensorReflection
        .Descriptor.EnumTypes.Single(type => type.Name == nameof(DataType))
        .Values.ToDictionary(value => NameOf(value.Name), value => (DataType)value.Number, StringComparer.Ordinal);

    private static readonly Dictionary<DataType, string> Names = ByName.ToDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>The type of a name, such as <c>float32</c> or <c>qint8</c>.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public static DataType Parse(string name) => ByName[name];

    /// <summary>The name that Python prints; the number of a type that is not known.</summary>
    public static string Name(this DataType type) => Names.TryGetValue(type, out var name) ? name : $"number {(int)type}";

    /// <summary>Whether a type is that of a reference variable.</summary>
    public static bool IsReference(this DataType type) => (int)type > Reference;

    /// <summary>The type of what a reference refers to; any other type itself.</summary>
    public static DataType WithoutReference(this DataType type) => IsReference(type) ? type - Reference : type;

    /// <summary>The type of a reference to a type.</summary>
    public static DataType AsReference(this DataType type) => IsReference(type) ? type : type + Reference;

    /// <summary>A type as KerasSharp's, which has the numbers of TensorFlow's; not quantized types, 8-bit floats and the like.</summary>
    public static bool TryGetDType(this DataType type, [NotNullWhen(true)] out DType? dtype)
    {
        dtype = Enum.IsDefined((DType)type) ? (DType)type : null;
        return dtype is not null;
    }

    private static string NameOf(string constant) =>
        constant switch
        {
            "DT_FLOAT" => "float32",
            "DT_DOUBLE" => "float64",
            "DT_HALF" => "float16",
            "DT_FLOAT_REF" => "float32_ref",
            "DT_DOUBLE_REF" => "float64_ref",
            "DT_HALF_REF" => "float16_ref",
            _ => constant["DT_".Length..].ToLowerInvariant(),
        };
}
