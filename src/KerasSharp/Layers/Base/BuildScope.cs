namespace KerasSharp.Layers;

/// <summary>The names of the layers being built on this thread, from outside in: the prefix of a weight's path.</summary>
internal sealed class BuildScope : IDisposable
{
    [ThreadStatic]
    private static string? current;

    [ThreadStatic]
    private static Layer? openLayer;

    private readonly string? outer = current;
    private readonly Layer? outerLayer = openLayer;

    private BuildScope(Layer layer)
    {
        if (openLayer != layer)
            current = Path(layer.Name);
        openLayer = layer;
    }

    /// <summary>Opens the scope of a layer inside the one that is open, unless that is the layer's already.</summary>
    public static BuildScope Inside(Layer layer) => new(layer);

    /// <summary>A name with the open scopes before it, such as <c>model/gru/gru_cell/kernel</c>.</summary>
    public static string Path(string name) => current is null ? name : $"{current}/{name}";

    public void Dispose() => (current, openLayer) = (outer, outerLayer);
}
