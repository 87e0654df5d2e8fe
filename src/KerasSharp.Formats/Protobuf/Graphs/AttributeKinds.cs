namespace KerasSharp.Formats.Protobuf.Graphs;

/// <summary>What kinds of values an attribute holds, by the names that signatures use.</summary>
internal static class AttributeKinds
{
    private const string ListOpening = "list(";

    /// <summary>The kind of a value; of a list the kinds of which it has elements.</summary>
    public static IEnumerable<string> Of(AttrValue value) =>
        value.ValueCase switch
        {
            AttrValue.ValueOneofCase.None => [],
            AttrValue.ValueOneofCase.List => Filled(value.List).Where(kind => kind.Count > 0).Select(kind => kind.Name),
            _ => [value.ValueCase.ToString() is var name && name.Length == 1 ? Letter(name) : name.ToLowerInvariant()],
        };

    /// <summary>The type of a signature without its list.</summary>
    public static string Element(string type, out bool isList)
    {
        isList = type.StartsWith(ListOpening, StringComparison.Ordinal);
        return isList ? type[ListOpening.Length..^1] : type;
    }

    /// <summary>The number of elements of a list.</summary>
    public static long Length(AttrValue.Types.ListValue list) => Filled(list).Sum(kind => (long)kind.Count);

    /// <summary>The types that a value has.</summary>
    public static IEnumerable<DataType> TypesOf(AttrValue value) =>
        value.ValueCase switch
        {
            AttrValue.ValueOneofCase.Type => [value.Type],
            AttrValue.ValueOneofCase.List => value.List.Type,
            _ => [],
        };

    /// <summary>The tensors that a value has.</summary>
    public static IEnumerable<TensorProto> TensorsOf(AttrValue value) =>
        value.ValueCase switch
        {
            AttrValue.ValueOneofCase.Tensor => [value.Tensor],
            AttrValue.ValueOneofCase.List => value.List.Tensor,
            _ => [],
        };

    /// <summary>The names of the functions that a value has, those in attributes of functions too.</summary>
    public static IEnumerable<string> FunctionsOf(AttrValue value)
    {
        IEnumerable<NameAttrList> functions = value.ValueCase switch
        {
            AttrValue.ValueOneofCase.Func => [value.Func],
            AttrValue.ValueOneofCase.List => value.List.Func,
            _ => [],
        };
        return functions.SelectMany(function => function.Attr.Values.SelectMany(FunctionsOf).Prepend(function.Name));
    }

    /// <summary>The types and strings that a value has, as words.</summary>
    public static IEnumerable<string> Words(AttrValue value) =>
        value.ValueCase switch
        {
            AttrValue.ValueOneofCase.S => [value.S.ToStringUtf8()],
            AttrValue.ValueOneofCase.List => value.List.S.Select(text => text.ToStringUtf8()).Concat(TypesOf(value).Select(DataTypes.Name)),
            _ => TypesOf(value).Select(DataTypes.Name),
        };

    private static (string Name, int Count)[] Filled(AttrValue.Types.ListValue list) =>
        [
            ("string", list.S.Count),
            ("int", list.I.Count),
            ("float", list.F.Count),
            ("bool", list.B.Count),
            ("type", list.Type.Count),
            ("shape", list.Shape.Count),
            ("tensor", list.Tensor.Count),
            ("func", list.Func.Count),
        ];

    private static string Letter(string name) =>
        name switch
        {
            "S" => "string",
            "I" => "int",
            "F" => "float",
            _ => "bool",
        };
}
