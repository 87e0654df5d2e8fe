using System.Globalization;
using KerasSharp.Formats.Checkpoints;

namespace KerasSharp.Formats.Keras;

/// <summary>
/// The weights of TensorFlow's files: objects, whose attributes lead to variables. Keras 2's are <c>layer_with_weights-0/kernel</c>, Keras 3's
/// <c>_operations/1/_kernel</c>, and of a Sequential <c>_functional/_operations/1/_kernel</c>.
/// </summary>
public sealed class ObjectWeights
{
    private const string Functional = "_functional";

    /// <summary>The beginnings of attributes that Keras 2 made for layers.</summary>
    private static readonly string[] LayerNames = ["layer_with_weights-", "layer-"];

    /// <summary>The attributes of Keras 3's models that are lists of layers, the likeliest first.</summary>
    private static readonly string[] LayerLists = ["_operations", "_layers"];

    private readonly Checkpoint checkpoint;
    private readonly Dictionary<string, CheckpointTensor> tensors;

    internal ObjectWeights(Checkpoint checkpoint)
    {
        this.checkpoint = checkpoint;
        tensors = checkpoint.Tensors.ToDictionary(tensor => tensor.Key, StringComparer.Ordinal);
        var root =
            checkpoint.Root
            ?? throw new FileFormatException(
                checkpoint.Prefix,
                "",
                "it has names and values, but no objects: TensorFlow 1's Saver wrote it. Read it with Checkpoint.Open, and set the weights by SetWeights."
            );
        // tf.train.Checkpoint(model=…) has the model as an attribute of any name.
        Model = IsModel(root) ? root : root.Children.Values.FirstOrDefault(IsModel) ?? root;
        Optimizer = root.Children.GetValueOrDefault("optimizer") ?? Model.Children.GetValueOrDefault("optimizer");
    }

    /// <summary>The model.</summary>
    public CheckpointObject Model { get; }

    /// <summary>The optimizer; null where none was saved.</summary>
    public CheckpointObject? Optimizer { get; }

    /// <summary>The variable that an object is; null where it is none.</summary>
    /// <param name="target">An object of this file.</param>
    /// <exception cref="FileFormatException">Its value is missing, or of a type that KerasSharp lacks.</exception>
    public KerasVariable? Find(CheckpointObject target)
    {
        if (target.Key is not { } key)
            return null;
        return tensors.TryGetValue(key, out var tensor)
            ? KerasVariable.Of(FullNameOf(target), tensor, checkpoint)
            : throw new FileFormatException(checkpoint.Prefix, $"key '{key}'", "the value of this variable is missing.");
    }

    /// <summary>
    /// The layers of a model in the model's order; Keras 3 and Keras 2's <c>layer-</c> have those without weights among them. Null where attributes of other names
    /// lead to them, or nothing does.
    /// </summary>
    internal static IReadOnlyList<CheckpointObject>? LayersOf(CheckpointObject model)
    {
        model = model.Children.GetValueOrDefault(Functional) ?? model;
        foreach (var prefix in LayerNames)
            if (Numbered(model, prefix).ToArray() is { Length: > 0 } numbered)
                return numbered;
        return LayerLists.FirstOrDefault(model.Children.ContainsKey) is { } list ? [.. Items(model.Children[list])] : null;
    }

    /// <summary>The objects of a list, in its order.</summary>
    internal static IEnumerable<CheckpointObject> Items(CheckpointObject list) => Numbered(list, "");

    /// <summary>The objects that attributes of a common beginning and a number hold, in the order of the numbers.</summary>
    private static IEnumerable<CheckpointObject> Numbered(CheckpointObject owner, string prefix) =>
        owner
            .Children.Where(child => child.Key.StartsWith(prefix, StringComparison.Ordinal))
            .Select(child =>
                (
                    IsNumber: int.TryParse(
                        child.Key.AsSpan(prefix.Length),
                        NumberStyles.None,
                        CultureInfo.InvariantCulture,
                        out int number
                    ),
                    number,
                    child.Value
                )
            )
            .Where(child => child.IsNumber)
            .OrderBy(child => child.number)
            .Select(child => child.Value);

    private static bool IsModel(CheckpointObject target) => LayersOf(target) is not null;

    private static string FullNameOf(CheckpointObject target) => target.Values.First(value => value.Key == target.Key).FullName;
}
