namespace KerasSharp.Formats.Pickle;

/// <summary>
/// Looks over everything that was read: bytes and strings get their last form, and what would hang or kill who walks through it (a list within itself, endless
/// depth, a few bytes that stand for 2^100 values) is refused.
/// </summary>
/// <param name="reader">For errors.</param>
/// <param name="options">The limits.</param>
internal sealed class PickleResult(PickleReader reader, PickleOptions options)
{
    /// <summary>The depth and the number of values of each container that is done.</summary>
    private readonly Dictionary<object, (int Depth, long Values)> done = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<object> open = new(ReferenceEqualityComparer.Instance);

    /// <summary>The value as the caller gets it.</summary>
    public object? Finish(object? root)
    {
        var waiting = new Stack<(object Container, bool Entered)>();
        if (IsContainer(root))
            waiting.Push((root!, false));
        while (waiting.TryPop(out var next))
            if (next.Entered)
                Leave(next.Container);
            else if (!done.ContainsKey(next.Container))
                Enter(next.Container, waiting);
        return Final(root);
    }

    private void Enter(object container, Stack<(object Container, bool Entered)> waiting)
    {
        if (!open.Add(container))
            throw reader.Error($"{PickleText.Kind(container)} contains itself, which is not read.");
        waiting.Push((container, true));
        foreach (object? child in Children(container))
            if (IsContainer(child) && !done.ContainsKey(child!))
                waiting.Push((child!, false));
    }

    private void Leave(object container)
    {
        int depth = 0;
        long values = 1;
        foreach (object? child in Children(container))
        {
            var (childDepth, childValues) = child is not null && done.TryGetValue(child, out var known) ? known : (0, 1);
            depth = Math.Max(depth, childDepth);
            values += childValues;
            if (values > options.MaximumValues)
                throw reader.Error(
                    $"the pickle stands for more than {options.MaximumValues} values; raise {nameof(PickleOptions.MaximumValues)} if it should."
                );
        }
        if (++depth > options.MaximumDepth)
            throw reader.Error($"lists, tuples and dictionaries stand over {options.MaximumDepth} deep within each other.");
        done[container] = (depth, values);
        open.Remove(container);
        Replace(container);
    }

    private static bool IsContainer(object? value) =>
        value is List<object?> or object?[] or Dictionary<object, object?> or PickledArray { Objects: not null };

    private static IEnumerable<object?> Children(object container) =>
        container switch
        {
            IList<object?> list => list,
            Dictionary<object, object?> dictionary => dictionary.Values,
            PickledArray array => array.ObjectList!,
            _ => [],
        };

    private void Replace(object container)
    {
        if (container is Dictionary<object, object?> dictionary)
            foreach (object key in dictionary.Keys.ToArray())
                dictionary[key] = Final(dictionary[key]);
        else
            ReplaceItems((container as PickledArray)?.ObjectList ?? (IList<object?>)container);
    }

    private void ReplaceItems(IList<object?> items)
    {
        for (int i = 0; i < items.Count; i++)
            items[i] = Final(items[i]);
    }

    private object? Final(object? value) =>
        value switch
        {
            PickledBytes bytes => bytes.Value,
            PickledArray { IsBuilt: false } => throw reader.Error("a NumPy array was begun and never filled."),
            PickledDtype or PickleGlobal => throw reader.Error($"expected data, got {PickleText.Kind(value)}, which says nothing alone."),
            _ => value,
        };
}
