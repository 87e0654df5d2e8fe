namespace KerasSharp.Formats.Pickle;

/// <summary>The values that the instructions take and leave, with the marks between them.</summary>
/// <param name="reader">For errors.</param>
internal sealed class PickleStack(PickleReader reader)
{
    private readonly List<object?> values = [];
    private readonly Stack<int> marks = [];

    public void Push(object? value) => values.Add(value);

    public object? Peek() => values[Last()];

    public object? Pop()
    {
        int last = Last();
        object? value = values[last];
        values.RemoveAt(last);
        return value;
    }

    public void Mark() => marks.Push(values.Count);

    /// <summary>Takes the values above the last mark, and the mark.</summary>
    public object?[] PopMark()
    {
        if (!marks.TryPop(out int mark))
            throw reader.Error("an instruction takes the values above a mark, and there is no mark.");
        object?[] taken = [.. values[mark..]];
        values.RemoveRange(mark, values.Count - mark);
        return taken;
    }

    /// <summary>Takes the last few values, in their order.</summary>
    public object?[] Pop(int count)
    {
        var taken = new object?[count];
        for (int i = count - 1; i >= 0; i--)
            taken[i] = Pop();
        return taken;
    }

    /// <summary>The last value's index; what is below a mark is out of reach.</summary>
    private int Last() =>
        values.Count > (marks.TryPeek(out int mark) ? mark : 0)
            ? values.Count - 1
            : throw reader.Error("an instruction takes a value, and there is none left.");
}
