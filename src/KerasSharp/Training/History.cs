namespace KerasSharp;

/// <summary>What <c>Fit</c> returns: the losses and metrics of each epoch, with what callbacks added to them.</summary>
public sealed class History
{
    private readonly OrderedDictionary<string, List<double>> values = [];
    private readonly Dictionary<string, List<double[]>> arrays = new(StringComparer.Ordinal);
    private readonly List<int> epochs = [];

    /// <summary>The values of each epoch, by log name; of a metric with several values the mean.</summary>
    public IReadOnlyDictionary<string, List<double>> Values => values;

    /// <summary>The metrics that have several values, such as F1Score's one a class: the values of each epoch, by log name.</summary>
    public IReadOnlyDictionary<string, List<double[]>> Arrays => arrays;

    /// <summary>The epochs that ran, from 0.</summary>
    public IReadOnlyList<int> Epochs => epochs;

    internal void Add(int epoch, Logs logs)
    {
        epochs.Add(epoch);
        foreach (var (name, value) in logs)
        {
            if (!values.TryGetValue(name, out var list))
                values[name] = list = [];
            list.Add(value);
        }
        foreach (var (name, several) in logs.Arrays)
        {
            if (!arrays.TryGetValue(name, out var list))
                arrays[name] = list = [];
            list.Add(several);
        }
    }
}
