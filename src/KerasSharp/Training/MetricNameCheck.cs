using KerasSharp.Metrics;
using KerasSharp.Saving;

namespace KerasSharp;

/// <summary>Refuses unknown names of metrics when the model is compiled, not when it is first trained.</summary>
internal static class MetricNameCheck
{
    /// <exception cref="ArgumentException">There is no such metric; the message lists those there are.</exception>
    public static void Known(string name)
    {
        if (name.ToLowerInvariant() is not ("accuracy" or "acc") && !KerasObjects.Names<Metric>().Contains(name))
            KerasObjects.Deserialize<Metric>(name);
    }
}
