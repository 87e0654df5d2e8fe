using KerasSharp.Formats.Checkpoints;

namespace KerasSharp.Formats.Keras;

/// <summary>The variables of an optimizer that was saved as an object, in the order in which Keras keeps them.</summary>
internal static class OptimizerObject
{
    private const string List = "_variables";
    private const string LearningRate = "_learning_rate";
    private const string OldIterations = "iter";

    /// <summary>The variables; none where no optimizer was saved.</summary>
    public static IReadOnlyList<KerasVariable> Variables(ObjectWeights weights)
    {
        if (weights.Optimizer is not { } optimizer)
            return [];
        var objects = optimizer.Children.TryGetValue(List, out var list) ? OfList(optimizer, list) : OfSlots(optimizer);
        return [.. objects.Select(weights.Find).OfType<KerasVariable>()];
    }

    /// <summary>
    /// Since Keras 2.11 there is a list. Keras 2 has the learning rate beside it, which belongs after the iteration, and what else an optimizer keeps once, such as
    /// Nadam's product, at its end.
    /// </summary>
    private static IEnumerable<CheckpointObject> OfList(CheckpointObject optimizer, CheckpointObject list)
    {
        CheckpointObject[] listed = [.. ObjectWeights.Items(list)];
        var rate = optimizer.Children.GetValueOrDefault(LearningRate);
        var others = optimizer.Children.Values.Where(child => child.Key is not null && child != rate).Except(listed);
        return rate is null || listed.Contains(rate) ? listed.Concat(others) : [.. listed.Take(1), rate, .. listed.Skip(1), .. others];
    }

    /// <summary>Before, each variable had slots: all first ones, all second ones, ….</summary>
    private static IEnumerable<CheckpointObject> OfSlots(CheckpointObject optimizer)
    {
        var slots = optimizer.Slots.GroupBy(slot => slot.Name).SelectMany(slots => slots.Select(slot => slot.Value));
        return optimizer.Children.TryGetValue(OldIterations, out var iterations) ? slots.Prepend(iterations) : slots;
    }
}
