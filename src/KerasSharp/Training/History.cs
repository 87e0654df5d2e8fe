namespace KerasSharp;

/// <summary>What <c>Fit</c> returns: the losses and metrics of each epoch.</summary>
public sealed class History
{
    private readonly OrderedDictionary<string, List<double>> values = [];
    private readonly List<int> epochs = [];

    /// <summary>The values of each epoch, by log name.</summary>
    public IReadOnlyDictionary<string, List<double>> Values => values;

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
    }
}
