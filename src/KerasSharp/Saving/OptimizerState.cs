using KerasSharp.Formats.Keras;
using KerasSharp.Optimizers;

namespace KerasSharp.Saving;

/// <summary>
/// Loads the variables of an optimizer. Keras 3 keeps iteration, learning rate and slots as <see cref="Optimizer.Variables"/> has them; Keras 2 since 2.11 the same without
/// the learning rate; before, and Keras 1, the iterations and then all first slots, all second ones, ….
/// </summary>
internal sealed class OptimizerState(Model model, Optimizer optimizer, KerasFile file)
{
    /// <summary>Sets the optimizer's variables. As in Keras what does not fit is no error: the optimizer then starts anew, which is told.</summary>
    public void Load()
    {
        if (file.OptimizerVariables.Count == 0)
            return;
        var trained = model.TrainableWeights;
        if (trained.Count > 0)
            optimizer.Build(trained);
        var sources = Sources();
        foreach (var targets in Arrangements(sources))
            if (Fits(targets, sources))
            {
                Set(targets, sources);
                return;
            }
        TrainingWarnings.Write(
            $"'{file.Path}': the {sources.Count} variables of the optimizer do not fit {optimizer.ClassName}, which has {optimizer.Variables.Count}. It starts anew."
        );
    }

    /// <summary>Numbers of the optimizer itself, then all first slots, all second ones, ….</summary>
    public static IReadOnlyList<Variable> GroupedSlots(Optimizer optimizer) =>
        [
            .. optimizer.Extras,
            .. optimizer.Variables.Skip(2).Except(optimizer.Extras).Except(optimizer.SlotsByName),
            .. optimizer.SlotsByName,
        ];

    private IReadOnlyList<SavedArray> Sources()
    {
        SavedArray[] arrays = [.. file.OptimizerVariables.Select(SavedArray.Of)];
        return file.Legacy is { IsKeras1: true } ? Keras1Slots(arrays) : arrays;
    }

    /// <summary>The orders in which a file can have them, the likeliest first.</summary>
    private IEnumerable<IReadOnlyList<Variable>> Arrangements(IReadOnlyList<SavedArray> sources)
    {
        Variable[] own = [.. optimizer.Variables];
        Variable[] extras = [.. optimizer.Extras];
        Variable[] slots = [.. own.Skip(2).Except(extras)];
        var byName = GroupedSlots(optimizer);
        if (IsInterleaved)
        {
            yield return own;
            yield return [optimizer.Iteration, .. slots, .. extras];
            yield return [optimizer.Iteration, .. slots];
        }
        else
        {
            yield return [optimizer.Iteration, .. byName];
            yield return [optimizer.Iteration, .. optimizer.SlotsByName];
            yield return optimizer.SlotsByName;
        }
        // tf_keras gives SGD a momentum for every weight even where it is 0, and old Adam a number for every weight in place of a third slot.
        if (optimizer is SGD && slots.Length == 0 && sources.Count == 1 + model.TrainableWeights.Count)
            yield return [optimizer.Iteration];
        if (sources.Count > 1 + slots.Length && sources.Skip(1 + slots.Length).All(source => source.Shape.Size == 1))
            yield return [optimizer.Iteration, .. optimizer.SlotsByName];
    }

    /// <summary>Since 2.11 an optimizer's first variable is called <c>iteration</c>; before it was <c>iter</c> or <c>iterations</c>.</summary>
    private bool IsInterleaved => file.Tree is not null || file.OptimizerVariables[0].Name.Split(':')[0].Split('/')[^1] == "iteration";

    private static bool Fits(IReadOnlyList<Variable> targets, IReadOnlyList<SavedArray> sources) =>
        (targets.Count == sources.Count || (targets.Count > 0 && targets.Count < sources.Count && IsRest(targets, sources)))
        && targets.Zip(sources).All(pair => pair.First.Shape.Equals(pair.Second.Shape));

    /// <summary>Whether leaving out what follows loses nothing: placeholders of one number, or slots that have no use.</summary>
    private static bool IsRest(IReadOnlyList<Variable> targets, IReadOnlyList<SavedArray> sources) =>
        targets.Count == 1 || sources.Skip(targets.Count).All(source => source.Shape.Size == 1);

    private void Set(IReadOnlyList<Variable> targets, IReadOnlyList<SavedArray> sources)
    {
        foreach (var (target, source) in targets.Zip(sources))
            target.SetValue(HostArray.Convert(source.Read(), target.DType, $"'{file.Path}', {source.Place}"));
    }

    /// <summary>Keras 1 had a slot for every one of its arrays, whose arrangement has changed with the weights'.</summary>
    private IReadOnlyList<SavedArray> Keras1Slots(SavedArray[] arrays)
    {
        var layers = model.Layers.Where(layer => layer.TrainableWeights.Count > 0).ToArray();
        var converted = new List<SavedArray>(arrays.Take(1));
        for (int at = 1; at < arrays.Length; )
            foreach (var layer in layers)
            {
                int count = Keras1Arrays.CountOf(layer, layer.TrainableWeights.Count);
                converted.AddRange(Keras1Arrays.Convert(layer, [.. arrays.Skip(at).Take(count)]));
                at += count;
            }
        return converted;
    }
}
