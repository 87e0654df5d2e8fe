using KerasSharp.Formats.Keras;
using KerasSharp.Layers;

namespace KerasSharp.Saving;

/// <summary>Loads weights that are kept by layers' names: .h5. By default in the layers' order, those without weights left out; else by name.</summary>
internal sealed class LegacyLayers(Model model, LegacyWeights weights, WeightPlan plan)
{
    /// <summary>The weights of a layer as such files order them: those that are trained now, then the others.</summary>
    public static IReadOnlyList<Variable> WeightsOf(Layer layer) => [.. layer.TrainableWeights, .. layer.NonTrainableWeights];

    /// <summary>Plans the layers in order.</summary>
    public void PlanByOrder()
    {
        var targets = model.Layers.Where(layer => layer.Weights.Count > 0).ToArray();
        var sources = weights.Layers.Where(layer => layer.Weights.Count > 0).ToArray();
        if (targets.Length != sources.Length)
            plan.Refuse(
                "'layer_names'",
                $"model '{model.Name}' has {targets.Length} layers with weights ({Names(targets.Select(layer => layer.Name))}); the file has {sources.Length} ({Names(sources.Select(layer => layer.Name))})."
            );
        else
            foreach (var (target, source) in targets.Zip(sources))
                Plan(target, source);
        if (weights.TopLevel.Count > 0)
            plan.Add(
                $"model '{model.Name}'",
                "'top_level_model_weights'",
                model.SavedVariables,
                [.. weights.TopLevel.Select(SavedArray.Of)]
            );
    }

    /// <summary>Plans the layers whose names the file has.</summary>
    public void PlanByName()
    {
        foreach (var target in model.Layers)
            if (weights.Find(target.Name) is { } source)
                Plan(target, source);
    }

    private void Plan(Layer target, LegacyLayer source)
    {
        var arrays = OldArrays.Convert(target, WeightsOf(target).Count, [.. source.Weights.Select(SavedArray.Of)], weights);
        plan.Add($"layer '{target.Name}' ({target.ClassName})", $"'{source.Name}'", WeightsOf(target), arrays);
    }

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"'{name}'"));
}
