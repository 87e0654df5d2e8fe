namespace KerasSharp.Formats.Protobuf.Graphs;

/// <summary>Checks the attributes of a node against its op's signature; attributes that the op does not have are left alone, as TensorFlow does.</summary>
internal static class AttributeCheck
{
    /// <summary>What is wrong with a node's attributes.</summary>
    public static IEnumerable<string> Problems(NodeDef node, OpEntry op)
    {
        foreach (var attribute in op.Attributes)
            if (!node.Attr.TryGetValue(attribute.Name, out var value))
            {
                if (!attribute.HasDefault)
                    yield return $"{op.Name} needs the attribute '{attribute.Name}' of type {attribute.Type}, which is missing.";
            }
            else if (Problem(attribute, value) is { } problem)
                yield return $"attribute '{attribute.Name}' of {op.Name}: {problem}";
    }

    private static string? Problem(OpAttribute attribute, AttrValue value)
    {
        // Within a function: the value is that of one of the function's own attributes.
        if (value.ValueCase == AttrValue.ValueOneofCase.Placeholder)
            return null;
        var kinds = AttributeKinds.Of(value).ToArray();
        bool isList = value.ValueCase == AttrValue.ValueOneofCase.List;
        var came = isList ? $"list({string.Join(", ", kinds)})" : kinds.FirstOrDefault() ?? "nothing";
        var element = AttributeKinds.Element(attribute.Type, out bool wantsList);
        if (isList != wantsList || kinds.Any(kind => kind != element) || (!isList && kinds.Length == 0))
            return $"{attribute.Type} was expected; {came} came.";
        return TypeProblem(AttributeKinds.TypesOf(value))
            ?? TypeProblem(AttributeKinds.TensorsOf(value).Select(tensor => tensor.Dtype))
            ?? AllowedProblem(attribute, value)
            ?? MinimumProblem(attribute, value);
    }

    private static string? TypeProblem(IEnumerable<DataType> types)
    {
        foreach (var type in types)
            if (type == DataType.DtInvalid || type.IsReference() || !Enum.IsDefined(type))
                return $"a type of tensors was expected; '{type.Name()}' came.";
        return null;
    }

    private static string? AllowedProblem(OpAttribute attribute, AttrValue value) =>
        attribute.Allowed is { } allowed && AttributeKinds.Words(value).FirstOrDefault(word => !allowed.Contains(word)) is { } word
            ? $"one of {string.Join(", ", allowed)} was expected; '{word}' came."
            : null;

    private static string? MinimumProblem(OpAttribute attribute, AttrValue value)
    {
        if (attribute.Minimum is not { } least)
            return null;
        bool isList = value.ValueCase == AttrValue.ValueOneofCase.List;
        long came = isList ? AttributeKinds.Length(value.List) : value.I;
        return came >= least ? null : $"{(isList ? "a length" : "a number")} of at least {least} was expected; {came} came.";
    }
}
