namespace KerasSharp.Graphs;

/// <summary>Matches tensors to an op's signature: fills attributes that follow from them, and finds the outputs' types.</summary>
internal static class ArgumentBinding
{
    /// <summary>Fills defaults, list lengths and types into <paramref name="attributes"/> and checks the inputs against them.</summary>
    public static void Resolve(OpDefinition definition, IReadOnlyList<Tensor> inputs, Attributes attributes)
    {
        ResolveListLength(definition, inputs.Count, attributes);
        int at = 0;
        foreach (var argument in definition.Inputs)
        {
            int count = Count(argument, attributes, inputs.Count - at - (definition.Inputs.Count - 1));
            if (at + count > inputs.Count)
                throw new ArgumentException($"Op {definition.Name} has {definition.Inputs.Count} inputs; {inputs.Count} tensors came.");
            BindTypes(definition, argument, [.. inputs.Skip(at).Take(count)], attributes);
            at += count;
        }
        if (at != inputs.Count)
            throw new ArgumentException($"Op {definition.Name} takes {at} tensors; {inputs.Count} came.");
        ApplyDefaults(definition, attributes);
    }

    /// <summary>The types of the outputs, list outputs laid out.</summary>
    public static DType[] OutputTypes(OpDefinition definition, Attributes attributes, int total)
    {
        var types = new List<DType>();
        foreach (var output in definition.Outputs)
            if (output.IsTypeList)
                types.AddRange(attributes.Get<DType[]>(output.TypeAttribute!));
            else
                types.AddRange(
                    Enumerable.Repeat(
                        output.FixedType ?? attributes.Get<DType>(output.TypeAttribute!),
                        output.NumberAttribute is { } number ? (int)attributes.Get<long>(number) : 1
                    )
                );
        return types.Count == total
            ? [.. types]
            : throw new InvalidOperationException(
                $"The shape rule of {definition.Name} gave {total} outputs; its signature has {types.Count}."
            );
    }

    private static void ResolveListLength(OpDefinition definition, int total, Attributes attributes)
    {
        int rest = total - definition.Inputs.Count(argument => argument.IsSingle);
        foreach (var argument in definition.Inputs)
            if (argument.NumberAttribute is { } number && !attributes.Contains(number))
                attributes[number] = (long)(rest / definition.Inputs.Count(other => other.NumberAttribute == number));
    }

    private static int Count(ArgumentDefinition argument, Attributes attributes, int rest) =>
        argument.NumberAttribute is { } number ? (int)attributes.Get<long>(number)
        : !argument.IsTypeList ? 1
        : attributes.TryGet(argument.TypeAttribute!, out var types) ? ((DType[])types).Length
        : rest;

    private static void BindTypes(OpDefinition definition, ArgumentDefinition argument, Tensor[] tensors, Attributes attributes)
    {
        if (argument.IsTypeList)
        {
            attributes[argument.TypeAttribute!] = tensors.Select(tensor => tensor.DType).ToArray();
            return;
        }
        foreach (var tensor in tensors)
        {
            if (argument.TypeAttribute is { } attribute && !attributes.Contains(attribute))
                attributes[attribute] = tensor.DType;
            var expected = argument.FixedType ?? attributes.Get<DType>(argument.TypeAttribute!);
            if (tensor.DType != expected)
                throw new ArgumentException(
                    $"Op {definition.Name} expects {expected.Name()} for its input '{argument.Name}', but {tensor} is {tensor.DType.Name()}. "
                        + "Cast one of its inputs (Op.Cast)."
                );
        }
    }

    private static void ApplyDefaults(OpDefinition definition, Attributes attributes)
    {
        foreach (var attribute in definition.Attributes)
            if (!attributes.Contains(attribute.Name))
                attributes[attribute.Name] =
                    attribute.Default
                    ?? throw new ArgumentException($"Op {definition.Name} needs the attribute '{attribute.Name}' ({attribute.Type}).");
    }
}
