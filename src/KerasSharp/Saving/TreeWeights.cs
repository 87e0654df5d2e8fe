using KerasSharp.Formats.Keras;

namespace KerasSharp.Saving;

/// <summary>Loads weights that are kept by the paths of objects: .keras, .weights.h5.</summary>
internal static class TreeWeights
{
    /// <summary>Plans all layers' variables.</summary>
    public static void Plan(Model model, WeightTree tree, WeightPlan plan)
    {
        foreach (var saved in SavedObjects.Of(model).Where(saved => saved.Variables.Count > 0))
            plan.Add(
                saved.Name,
                $"'{saved.Path}/vars'",
                saved.Variables,
                [.. (tree.Find(saved.Path)?.Variables ?? []).Select(SavedArray.Of)]
            );
    }
}
