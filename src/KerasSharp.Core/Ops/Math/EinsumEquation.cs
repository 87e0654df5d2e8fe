using KerasSharp.Graphs;

namespace KerasSharp.Ops;

/// <summary>The equation of an <c>Einsum</c>: labels of the axes of its inputs and of its output, <c>.</c> standing for the ellipsis.</summary>
/// <param name="Inputs">The labels of each input.</param>
/// <param name="Output">The labels of the output.</param>
internal sealed record EinsumEquation(string[] Inputs, string Output)
{
    /// <summary>Reads an equation such as <c>b...i,bij->b...j</c>.</summary>
    /// <exception cref="ShapeException">It is not one.</exception>
    public static EinsumEquation Parse(string text)
    {
        var sides = text.Replace(" ", "", StringComparison.Ordinal).Replace("...", ".", StringComparison.Ordinal).Split("->");
        if (sides.Length != 2)
            throw new ShapeException($"the equation '{text}' must have the form inputs->output");
        var inputs = sides[0].Split(',');
        foreach (var labels in inputs.Append(sides[1]))
            if (labels.Count(label => label == '.') > 1 || !labels.All(label => label == '.' || char.IsAsciiLetter(label)))
                throw new ShapeException($"the equation '{text}' must be made of letters and at most one ellipsis a tensor");
        return new EinsumEquation(inputs, sides[1]);
    }

    /// <summary>
    /// The labels of every axis where an ellipsis stands for axes: they get the labels <c>0</c>, <c>1</c>, … counted from the last one.
    /// </summary>
    /// <exception cref="ShapeException">The equation does not fit the ranks.</exception>
    public EinsumEquation Expand(IReadOnlyList<Shape> shapes)
    {
        if (shapes.Count != Inputs.Length)
            throw new ShapeException($"the equation is for {Inputs.Length} inputs, but there are {shapes.Count}");
        var expanded = new string[Inputs.Length];
        int broadcast = 0;
        for (int i = 0; i < expanded.Length; i++)
        {
            bool open = Inputs[i].Contains('.');
            int rest = shapes[i].Rank - Inputs[i].Length + (open ? 1 : 0);
            if (rest < 0 || (rest > 0 && !open))
                throw new ShapeException($"the labels '{Inputs[i]}' do not fit input {i} of shape {shapes[i]}");
            expanded[i] = Replace(Inputs[i], rest);
            broadcast = Math.Max(broadcast, open ? rest : 0);
        }
        return new EinsumEquation(expanded, Replace(Output, broadcast));
    }

    /// <summary>The length behind every label, of an expanded equation.</summary>
    /// <exception cref="ShapeException">The inputs disagree.</exception>
    public Dictionary<char, long> Lengths(IReadOnlyList<Shape> shapes)
    {
        var lengths = new Dictionary<char, long>();
        for (int i = 0; i < Inputs.Length; i++)
        for (int axis = 0; axis < Inputs[i].Length; axis++)
        {
            char label = Inputs[i][axis];
            long length = shapes[i][axis];
            lengths[label] =
                !lengths.TryGetValue(label, out long known) ? length
                : char.IsAsciiLetter(label) ? ShapeRules.MergeDim(known, length, $"the lengths of the axes '{label}'")
                : ShapeRules.Broadcast(Shape.Of(known), Shape.Of(length))[0];
        }
        return lengths;
    }

    /// <summary>The shape of the output.</summary>
    public Shape OutputShape(IReadOnlyList<Shape> shapes)
    {
        var expanded = Expand(shapes);
        var lengths = expanded.Lengths(shapes);
        foreach (char label in expanded.Output)
            if (!lengths.ContainsKey(label))
                throw new ShapeException($"the label '{label}' of the output is in no input");
        return Shape.Of([.. expanded.Output.Select(label => lengths[label])]);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{string.Join(',', Inputs)}->{Output}".Replace(".", "...", StringComparison.Ordinal);

    private static string Replace(string labels, int count) =>
        labels.Replace(".", string.Concat(Enumerable.Range(1, count).Select(i => (char)('0' + count - i))), StringComparison.Ordinal);
}
