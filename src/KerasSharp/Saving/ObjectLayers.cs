using KerasSharp.Formats.Checkpoints;
using KerasSharp.Formats.Keras;
using KerasSharp.Layers;

namespace KerasSharp.Saving;

/// <summary>
/// Loads weights that are kept by attributes of Python's objects: TensorFlow's checkpoints and SavedModels. Layers are found by their order, what is in
/// them by the attributes' names.
/// </summary>
internal sealed class ObjectLayers(ObjectWeights weights, WeightPlan plan)
{
    private const string TrainableList = "trainable_variables";
    private const string NonTrainableList = "non_trainable_variables";

    /// <summary>Attributes of models that lead to anything but their own layers.</summary>
    private static readonly HashSet<string> Others =
    [
        "optimizer",
        "keras_api",
        "variables",
        TrainableList,
        NonTrainableList,
        "signatures",
        "root",
    ];

    /// <summary>Plans all layers' variables.</summary>
    public void Plan(Model model)
    {
        var lists = weights.Model.Children;
        if (ObjectWeights.LayersOf(weights.Model) is null && lists.TryGetValue(TrainableList, out var trained))
        {
            PlanList(model, TrainableList, model.TrainableWeights, trained);
            if (lists.TryGetValue(NonTrainableList, out var others))
                PlanList(model, NonTrainableList, model.NonTrainableWeights, others);
        }
        else
            Plan(model, weights.Model, "");
    }

    /// <summary>Keras 3's <c>model.export</c> keeps no layers.</summary>
    private void PlanList(Model model, string name, IReadOnlyList<Variable> targets, CheckpointObject list) =>
        plan.Add(
            $"model '{model.Name}'",
            $"'{name}'",
            targets,
            [.. Arrays(ObjectWeights.Items(list).Where(item => !IsSeed(NameOf(item))))]
        );

    private void Plan(Layer target, CheckpointObject source, string path)
    {
        var variables = target.SavedVariables;
        if (variables.Count > 0)
            plan.Add($"layer '{target.Name}' ({target.ClassName})", $"'{path}'", variables, [.. Arrays(Own(variables, source))]);
        foreach (var part in SavedParts.Of(target))
            PlanPart(target, source, part, path);
    }

    private void PlanPart(Layer target, CheckpointObject source, SavedPart part, string path)
    {
        var inner = part.Layers.Where(layer => layer.Weights.Count > 0).ToArray();
        CheckpointObject[] found = [.. Find(target, source, part).Where(HasWeights)];
        if (inner.Length != found.Length)
            plan.Refuse(
                $"'{path}'",
                $"{target.ClassName} '{target.Name}' has {inner.Length} layers with weights ({string.Join(", ", inner.Select(layer => $"'{layer.Name}'"))}); the file has {found.Length}."
            );
        else
            for (int i = 0; i < inner.Length; i++)
                Plan(inner[i], found[i], $"{path}/{part.Attribute ?? "layer"}-{i}".TrimStart('/'));
    }

    private static IEnumerable<CheckpointObject> Find(Layer target, CheckpointObject source, SavedPart part)
    {
        if (target is Model)
            return ObjectWeights.LayersOf(source) ?? Attributes(source);
        if (part.Attribute is not { } attribute)
            return Attributes(source);
        if (!source.Children.TryGetValue(attribute, out var found))
            return [];
        return part.IsList ? ObjectWeights.Items(found) : [found];
    }

    /// <summary>What the attributes of a class of somebody's own lead to, in their order.</summary>
    private static IEnumerable<CheckpointObject> Attributes(CheckpointObject source) =>
        source
            .Children.Where(child => !Others.Contains(child.Key) && !IsSeed(child.Key) && child.Value.Key is null)
            .Select(child => child.Value)
            .Distinct();

    /// <summary>A layer's own variables: the attributes of their names (Keras 3 puts <c>_</c> before some), else all in their order.</summary>
    private static IEnumerable<CheckpointObject> Own(IReadOnlyList<Variable> variables, CheckpointObject source)
    {
        var named = variables
            .Select(variable => source.Children.GetValueOrDefault(variable.Name) ?? source.Children.GetValueOrDefault($"_{variable.Name}"))
            .OfType<CheckpointObject>()
            .ToArray();
        return named.Length == variables.Count ? named : source.Children.Values.Where(child => child.Key is not null).Distinct();
    }

    private IEnumerable<SavedArray> Arrays(IEnumerable<CheckpointObject> variables) =>
        variables.Select(weights.Find).OfType<KerasVariable>().Select(SavedArray.Of);

    private static bool HasWeights(CheckpointObject layer) =>
        layer.Walk().Any(entry => entry.Object.Key is not null && !IsSeed(entry.Path));

    private string NameOf(CheckpointObject variable) => weights.Find(variable)?.Name ?? "";

    /// <summary>The states of random generators are variables in Keras, but no weights.</summary>
    private static bool IsSeed(string path) =>
        path.Contains("seed_generator", StringComparison.Ordinal) || path.Contains("random_generator", StringComparison.Ordinal);
}
