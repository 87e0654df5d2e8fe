using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>The layers of the family Merging.</summary>
internal static class MergingLayers
{
    public static IReadOnlyList<(string Name, Func<Config, Layer> Read)> All =>
        [
            ("Add", _ => new Add()),
            ("Subtract", _ => new Subtract()),
            ("Multiply", _ => new Multiply()),
            ("Average", _ => new Average()),
            ("Maximum", _ => new Maximum()),
            ("Minimum", _ => new Minimum()),
            ("Concatenate", Concatenate.Read),
            ("Dot", Dot.Read),
        ];
}
