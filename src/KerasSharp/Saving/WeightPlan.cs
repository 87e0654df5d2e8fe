using KerasSharp.Formats;

namespace KerasSharp.Saving;

/// <summary>
/// Which array of a file goes into which variable. Everything is checked before anything is changed; with <c>skipMismatch</c> what does not fit is left out and told.
/// </summary>
internal sealed class WeightPlan(string file, bool skipMismatch)
{
    private const int MostListed = 5;
    private readonly List<(Variable Target, SavedArray Source)> pairs = [];
    private readonly List<(string Place, string Problem)> problems = [];

    /// <summary>Plans the variables of one layer, in order.</summary>
    /// <param name="owner">How errors name the layer.</param>
    /// <param name="place">Where the file has it.</param>
    /// <param name="targets">The variables.</param>
    /// <param name="sources">The arrays.</param>
    public void Add(string owner, string place, IReadOnlyList<Variable> targets, IReadOnlyList<SavedArray> sources)
    {
        if (targets.Count != sources.Count)
        {
            problems.Add(
                (
                    place,
                    $"{owner} has {targets.Count} variables{Listed(targets.Select(Describe))}; the file has {sources.Count}{Listed(sources.Select(Describe))}."
                )
            );
            return;
        }
        for (int i = 0; i < targets.Count; i++)
            if (targets[i].Shape.Equals(sources[i].Shape))
                pairs.Add((targets[i], sources[i]));
            else
                problems.Add(
                    (
                        sources[i].Place,
                        $"variable '{targets[i].Path}' of {owner} has the shape {targets[i].Shape}; the array in the file has {sources[i].Shape}."
                    )
                );
    }

    /// <summary>Notes what does not fit as a whole.</summary>
    public void Refuse(string place, string problem) => problems.Add((place, problem));

    /// <summary>Sets the variables.</summary>
    /// <exception cref="FileFormatException">Something does not fit, and mismatches are not to be skipped.</exception>
    public void Apply()
    {
        if (problems.Count > 0 && !skipMismatch)
            throw new FileFormatException(file, problems[0].Place, Message());
        foreach (var (place, problem) in problems)
            TrainingWarnings.Write($"'{file}', {place}: {problem} It is left as it is.");
        foreach (var (target, source) in pairs)
            target.SetValue(HostArray.Convert(source.Read(), target.DType, $"'{file}', {source.Place}"));
    }

    private string Message()
    {
        var more = problems.Skip(1).Take(MostListed).Select(item => $" Also {item.Place}: {item.Problem}");
        var rest = problems.Count > 1 + MostListed ? $" And {problems.Count - 1 - MostListed} more." : "";
        return $"{problems[0].Problem}{string.Concat(more)}{rest} Load a file of the same model, or with skipMismatch: true.";
    }

    private static string Describe(Variable variable) => $"{variable.Name} {variable.Shape}";

    private static string Describe(SavedArray array) => $"{array.Place} {array.Shape}";

    private static string Listed(IEnumerable<string> items) => items.Any() ? $" ({string.Join(", ", items)})" : "";
}
