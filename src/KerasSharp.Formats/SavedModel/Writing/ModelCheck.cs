using KerasSharp.Formats.Protobuf;

namespace KerasSharp.Formats.SavedModel.Writing;

/// <summary>Checks a model to save: TensorFlow would find what is wrong only when somebody loads the files.</summary>
internal static class ModelCheck
{
    /// <summary>Checks names, and the functions against their descriptions.</summary>
    /// <exception cref="ArgumentException">Something does not fit.</exception>
    public static void Check(ModelToSave model)
    {
        if (model.Functions.Count == 0)
            throw new ArgumentException("A SavedModel needs a function to offer; none came.");
        var names = new HashSet<string>(ObjectGraph.AttributeNames, StringComparer.Ordinal);
        foreach (var function in model.Functions)
        {
            if (function.Name != PythonName.Of(function.Name) || !names.Add(function.Name))
                throw new ArgumentException(
                    $"The name of the function '{function.Name}' must be one that Python allows, not taken by another function or by one of: {string.Join(", ", ObjectGraph.AttributeNames)}."
                );
            CheckNames(function, "inputs", function.Inputs.Select(input => PythonName.Of(input.Name)));
            CheckNames(function, "outputs", function.Outputs.Select(output => output.Name));
            CheckVariables(function, model.Variables);
            CheckTypes(function, model.Library);
        }
    }

    private static void CheckNames(FunctionToSave function, string what, IEnumerable<string> names)
    {
        if (names.GroupBy(name => name).FirstOrDefault(group => group.Count() > 1 || group.Key.Length == 0) is { } bad)
            throw new ArgumentException(
                $"The {what} of the function '{function.Name}' need names of their own, since a signature has them by name; '{bad.Key}' came {bad.Count()} times."
            );
    }

    private static void CheckVariables(FunctionToSave function, IReadOnlyList<VariableToSave> variables)
    {
        if (function.Variables.Except(variables).FirstOrDefault() is { } missing)
            throw new ArgumentException(
                $"The function '{function.Name}' uses the variable '{missing.Name}', which is not among the model's."
            );
    }

    private static void CheckTypes(FunctionToSave function, GraphDef graph)
    {
        var signature =
            graph.Library?.Function.FirstOrDefault(found => found.Signature?.Name == function.FunctionName)?.Signature
            ?? throw new ArgumentException($"The library has no function '{function.FunctionName}', which '{function.Name}' should call.");
        DType[] taken = [.. function.Inputs.Select(input => input.DType), .. function.Variables.Select(_ => DType.Resource)];
        CheckTypes(function, "takes", taken, signature.InputArg);
        CheckTypes(function, "gives", [.. function.Outputs.Select(output => output.DType)], signature.OutputArg);
    }

    private static void CheckTypes(FunctionToSave function, string verb, DType[] told, IEnumerable<OpDef.Types.ArgDef> found)
    {
        var types = found.Select(argument => argument.Type).ToArray();
        if (!types.SequenceEqual(told.Select(dtype => (DataType)dtype)))
            throw new ArgumentException(
                $"The function '{function.FunctionName}' {verb} ({string.Join(", ", types.Select(DataTypes.Name))}); "
                    + $"of '{function.Name}' it is told that it {verb} ({string.Join(", ", told.Select(DTypeExtensions.Name))})."
            );
    }
}
