using KerasSharp.Formats.Keras;

namespace KerasSharp.Layers;

/// <summary>Automatic names as Keras gives them: <c>dense</c>, <c>dense_1</c>, … counted in this process.</summary>
internal static class LayerNaming
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<string, int> Counts = [];

    [ThreadStatic]
    private static string? pending;

    /// <summary>
    /// Until the result is disposed, the next layer made without a name on this thread gets this one: a layer that is read from a config has
    /// its name from there, and must not use up a number.
    /// </summary>
    public static IDisposable Expect(string? name) => new Expectation(name);

    /// <summary>The name that is expected, once.</summary>
    public static string? TakePending()
    {
        var name = pending;
        pending = null;
        return name;
    }

    /// <summary>The next free name for a class, such as <c>max_pooling2d_3</c>.</summary>
    public static string Next(string className)
    {
        var stem = ObjectPaths.SnakeCase(className);
        lock (Gate)
        {
            int count = Counts.GetValueOrDefault(stem);
            Counts[stem] = count + 1;
            return count == 0 ? stem : $"{stem}_{count}";
        }
    }

    /// <summary>Starts counting anew.</summary>
    public static void Reset()
    {
        lock (Gate)
            Counts.Clear();
    }

    private sealed class Expectation : IDisposable
    {
        private readonly string? outer = pending;

        public Expectation(string? name) => pending = name;

        public void Dispose() => pending = outer;
    }
}
