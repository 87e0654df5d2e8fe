using KerasSharp.Ops;

namespace KerasSharp.Gradients;

/// <summary>Collects what flows back into each tensor and adds it up when it is asked for.</summary>
internal sealed class GradientAccumulator
{
    private readonly Dictionary<Tensor, List<Tensor>> parts = [];

    public void Add(Tensor tensor, Tensor gradient)
    {
        if (!parts.TryGetValue(tensor, out var list))
            parts[tensor] = list = [];
        list.Add(gradient);
    }

    /// <summary>The sum of what came, or null where nothing did.</summary>
    public Tensor? Total(Tensor tensor)
    {
        if (!parts.TryGetValue(tensor, out var list))
            return null;
        if (list.Count > 1)
        {
            var sum = Op.AddN(list);
            list.Clear();
            list.Add(sum);
        }
        return list[0];
    }
}
