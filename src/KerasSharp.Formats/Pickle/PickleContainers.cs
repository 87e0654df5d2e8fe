namespace KerasSharp.Formats.Pickle;

/// <summary>The instructions that make and fill lists, tuples and dictionaries, and those that move values about.</summary>
/// <param name="reader">For errors.</param>
/// <param name="stack">The values.</param>
internal sealed class PickleContainers(PickleReader reader, PickleStack stack)
{
    public bool TryApply(PickleOpcode opcode) => TryMove(opcode) || TryMake(opcode) || TryFill(opcode);

    private bool TryMove(PickleOpcode opcode)
    {
        if (opcode == PickleOpcode.Mark)
            stack.Mark();
        else if (opcode == PickleOpcode.Pop)
            stack.Pop();
        else if (opcode == PickleOpcode.PopMark)
            stack.PopMark();
        else if (opcode == PickleOpcode.Dup)
            stack.Push(stack.Peek());
        else
            return false;
        return true;
    }

    private bool TryMake(PickleOpcode opcode)
    {
        object? made = opcode switch
        {
            PickleOpcode.EmptyList => new List<object?>(),
            PickleOpcode.EmptyTuple => Array.Empty<object?>(),
            PickleOpcode.EmptyDict => NewDictionary(),
            PickleOpcode.List => stack.PopMark().ToList(),
            PickleOpcode.Tuple => stack.PopMark(),
            PickleOpcode.Tuple1 => stack.Pop(1),
            PickleOpcode.Tuple2 => stack.Pop(2),
            PickleOpcode.Tuple3 => stack.Pop(3),
            PickleOpcode.Dict => Fill(NewDictionary(), stack.PopMark()),
            _ => null,
        };
        if (made is null)
            return false;
        stack.Push(made);
        return true;
    }

    private bool TryFill(PickleOpcode opcode)
    {
        switch (opcode)
        {
            case PickleOpcode.Append:
                object? item = stack.Pop();
                Target<List<object?>>().Add(item);
                return true;
            case PickleOpcode.Appends:
                object?[] items = stack.PopMark();
                Target<List<object?>>().AddRange(items);
                return true;
            case PickleOpcode.SetItem:
                object?[] entry = stack.Pop(2);
                Fill(Target<Dictionary<object, object?>>(), entry);
                return true;
            case PickleOpcode.SetItems:
                object?[] entries = stack.PopMark();
                Fill(Target<Dictionary<object, object?>>(), entries);
                return true;
            default:
                return false;
        }
    }

    private static Dictionary<object, object?> NewDictionary() => new(PickleKeys.Comparer);

    private T Target<T>() =>
        stack.Peek() is T target
            ? target
            : throw reader.Error($"an instruction fills a container, and finds {PickleText.Kind(stack.Peek())}.");

    private Dictionary<object, object?> Fill(Dictionary<object, object?> target, object?[] entries)
    {
        if (entries.Length % 2 != 0)
            throw reader.Error("a dictionary's last key has no value.");
        for (int i = 0; i < entries.Length; i += 2)
            target[PickleKeys.Of(entries[i], reader)] = entries[i + 1];
        return target;
    }
}
