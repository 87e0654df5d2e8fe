using KerasSharp.Formats.Checkpoints.Objects;

namespace KerasSharp.Formats.Checkpoints;

/// <summary>An object that was saved: a model, a layer, a list, a variable.</summary>
public sealed class CheckpointObject
{
    private readonly Dictionary<string, CheckpointObject> children = new(StringComparer.Ordinal);
    private readonly List<CheckpointSlot> slots = [];

    internal CheckpointObject(int id, IReadOnlyList<CheckpointValue> values) => (Id, Values) = (id, values);

    /// <summary>Its number; 0 is the root.</summary>
    public int Id { get; }

    /// <summary>The objects that its attributes hold, by their names. An object may be held by several, and by those it holds itself.</summary>
    public IReadOnlyDictionary<string, CheckpointObject> Children => children;

    /// <summary>What of the object itself was saved: of a variable its value, of a lookup table its keys and values.</summary>
    public IReadOnlyList<CheckpointValue> Values { get; }

    /// <summary>Of an optimizer: what it keeps for each variable.</summary>
    public IReadOnlyList<CheckpointSlot> Slots => slots;

    /// <summary>Of a variable: the key of its value in the checkpoint; null for others.</summary>
    public string? Key => Values.FirstOrDefault(value => value.Name == ObjectKeys.VariableValue)?.Key;

    /// <summary>The object at the end of a path of attributes, such as <c>model/layer-1/kernel</c>; null where there is none.</summary>
    /// <param name="path">Names between slashes, in which <c>.S</c> stands for a slash and <c>..</c> for a dot, as in keys. An empty path is this object.</param>
    public CheckpointObject? Find(string path)
    {
        var found = this;
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
            found = found?.children.GetValueOrDefault(ObjectKeys.Unescape(part));
        return found;
    }

    /// <summary>This object and all that it leads to, each once by its shortest path, the nearest first.</summary>
    public IEnumerable<(string Path, CheckpointObject Object)> Walk()
    {
        var seen = new HashSet<CheckpointObject> { this };
        var waiting = new Queue<(string Path, CheckpointObject Object)>([("", this)]);
        while (waiting.TryDequeue(out var next))
        {
            yield return next;
            foreach (var (name, child) in next.Object.children)
                if (seen.Add(child))
                    waiting.Enqueue((ObjectKeys.Join(next.Path, ObjectKeys.Escape(name)), child));
        }
    }

    internal bool TryAdd(string name, CheckpointObject child) => children.TryAdd(name, child);

    internal void Add(CheckpointSlot slot) => slots.Add(slot);
}
