namespace KerasSharp.Graphs;

/// <summary>A prefix for the name hints of operations made while it is open, as a layer opens one for its call.</summary>
public sealed class NameScope : IDisposable
{
    private static readonly AsyncLocal<string?> Current = new();
    private readonly string? outer;

    /// <summary>Opens a scope inside the one that is open.</summary>
    public NameScope(string name)
    {
        outer = Current.Value;
        Current.Value = outer is null ? name : $"{outer}/{name}";
    }

    internal static string Qualify(string name) => Current.Value is { } prefix ? $"{prefix}/{name}" : name;

    /// <summary>Closes the scope.</summary>
    public void Dispose() => Current.Value = outer;
}
