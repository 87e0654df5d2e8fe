using NumSharp;

namespace KerasSharp;

/// <summary>Targets and sample weights, one array an output.</summary>
internal static class TargetArrays
{
    /// <summary>The targets of each output; empty where none came.</summary>
    /// <exception cref="ArgumentException">Their number, names or lengths do not fit, or a label is out of range.</exception>
    public static NDArray?[] Targets(Model model, DataArrays? y, int count)
    {
        if (y is null)
            return [];
        var (names, losses) = (model.TargetNames, model.Options().Losses);
        var given = y.InOrder(names, $"Model '{model.Name}', y", name => losses[IndexOf(names, name)] is null);
        if (given.Length != names.Count)
            given = Spread(model, given);
        var targets = new NDArray?[given.Length];
        for (int i = 0; i < targets.Length; i++)
        {
            if (y.Names is null && given[i] is null && losses[i] is not null)
                throw new ArgumentException($"Model '{model.Name}': the array of targets for output '{names[i]}' is null.");
            targets[i] = Checked(model, given[i], count, "y");
            LabelCheck.Check(model, i, losses[i], targets[i], model.TargetTensors[i]);
        }
        return targets;
    }

    /// <summary>The sample weights of each output; empty where none came. One array for several outputs is for all of them.</summary>
    /// <exception cref="ArgumentException">Their number, names or lengths do not fit.</exception>
    public static NDArray?[] Weights(Model model, DataArrays? sampleWeight, int count)
    {
        if (sampleWeight is null)
            return [];
        var names = model.TargetNames;
        var given = sampleWeight.InOrder(names, $"Model '{model.Name}', sampleWeight", _ => true);
        if (sampleWeight.Names is null && given.Length == 1)
            given = [.. names.Select(_ => given[0])];
        if (given.Length != names.Count)
            throw new ArgumentException(
                $"Model '{model.Name}' has {names.Count} outputs ({string.Join(", ", names)}); {given.Length} arrays of sample weights came. Give one for all, or one for each."
            );
        return [.. given.Select(array => Checked(model, array, count, "sampleWeight"))];
    }

    /// <summary>Targets only for the outputs that have a loss.</summary>
    private static NDArray?[] Spread(Model model, NDArray?[] given)
    {
        var losses = model.Options().Losses;
        if (given.Length != losses.Count(loss => loss is not null))
            throw new ArgumentException(
                $"Model '{model.Name}' has {losses.Length} outputs ({string.Join(", ", model.TargetNames)}); {given.Length} arrays of targets came. Give one for each."
            );
        int next = 0;
        return [.. losses.Select(loss => loss is null ? null : given[next++])];
    }

    private static NDArray? Checked(Model model, NDArray? array, int count, string what)
    {
        if (array is null)
            return null;
        if (array.shape.Length == 0 || array.shape[0] != count)
            throw new ArgumentException(
                $"Model '{model.Name}': x has {count} samples, but {what} has {(array.shape.Length == 0 ? 1 : array.shape[0])}. Give the same number of both."
            );
        if (array.typecode is NPTypeCode.Complex or NPTypeCode.Char or NPTypeCode.Decimal)
            throw new ArgumentException(
                $"Model '{model.Name}': {what} has elements of {array.dtype.Name}; give numbers, such as float or int."
            );
        return what == "y" && array.typecode != NPTypeCode.Double ? array : HostArray.Convert(array, DType.Float32, what);
    }

    private static int IndexOf(IReadOnlyList<string> names, string name) => names.TakeWhile(other => other != name).Count();
}
