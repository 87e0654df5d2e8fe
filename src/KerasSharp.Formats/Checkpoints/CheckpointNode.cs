using KerasSharp.Formats.Checkpoints.Objects;
using NumSharp;

namespace KerasSharp.Formats.Checkpoints;

/// <summary>
/// An object to save in a checkpoint that <c>tf.train.Checkpoint</c> restores: attributes by name, and of a variable its value. Written as a collection:
/// <c>new CheckpointNode { ["step"] = new(step), ["model"] = new() { ["kernel"] = new(kernel) } }</c>.
/// </summary>
public sealed class CheckpointNode
{
    private readonly List<(string Name, CheckpointNode Node)> children = [];
    private readonly Action<CheckpointWriter, string>? write;
    private readonly List<(CheckpointNode Variable, string Name, CheckpointNode Value)> slots = [];

    /// <summary>An object that only holds others: a model, a layer, a list (whose attributes are called <c>0</c>, <c>1</c>, …).</summary>
    public CheckpointNode() { }

    /// <summary>A variable.</summary>
    /// <param name="value">Its value; not copied until it is written.</param>
    /// <param name="fullName">The name that it has in the program.</param>
    public CheckpointNode(NDArray value, string fullName = "Variable") =>
        (write, FullName) = ((writer, key) => writer.Add(key, value), fullName);

    /// <summary>A variable of any type, bfloat16 and strings too.</summary>
    /// <param name="value">Its value.</param>
    /// <param name="fullName">The name that it has in the program.</param>
    public CheckpointNode(TensorValue value, string fullName = "Variable") =>
        (write, FullName) = ((writer, key) => writer.Add(key, value), fullName);

    /// <summary>A variable whose value is asked for when it is written, so that one value at a time is in memory.</summary>
    /// <param name="read">Gives its value.</param>
    /// <param name="fullName">The name that it has in the program.</param>
    public CheckpointNode(Func<TensorValue> read, string fullName = "Variable") =>
        (write, FullName) = ((writer, key) => writer.Add(key, read()), fullName);

    /// <summary>The objects that its attributes hold, in the order in which they were set.</summary>
    public IReadOnlyList<(string Name, CheckpointNode Node)> Children => children;

    /// <summary>Whether it is a variable.</summary>
    public bool HasValue => write is not null;

    internal string FullName { get; } = "";

    internal IReadOnlyList<(CheckpointNode Variable, string Name, CheckpointNode Value)> Slots => slots;

    /// <summary>The object that an attribute holds. The same object may be held by several.</summary>
    /// <param name="name">The attribute's name; any text.</param>
    /// <exception cref="KeyNotFoundException">There is no such attribute.</exception>
    /// <exception cref="ArgumentException">The attribute is set already.</exception>
    public CheckpointNode this[string name]
    {
        get => children.Find(child => child.Name == name).Node ?? throw new KeyNotFoundException($"There is no attribute '{name}'.");
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            if (children.Exists(child => child.Name == name))
                throw new ArgumentException($"The attribute '{name}' is set already.", nameof(name));
            children.Add((name, value));
        }
    }

    /// <summary>Of an optimizer: what it keeps for a variable.</summary>
    /// <param name="variable">The variable, which must also be held by an attribute of some object that is saved.</param>
    /// <param name="name">The slot's name, such as <c>m</c>.</param>
    /// <param name="value">What is kept, a variable.</param>
    public void AddSlot(CheckpointNode variable, string name, CheckpointNode value) => slots.Add((variable, name, value));

    /// <summary>Saves this object and all that it leads to.</summary>
    /// <param name="prefix">The checkpoint's path without an ending.</param>
    /// <param name="saveCounter">What <c>tf.train.Checkpoint</c> finds as its <c>save_counter</c>, which it wants to be there; null to add none.</param>
    /// <exception cref="ArgumentException">A slot is of a variable that no attribute leads to.</exception>
    public void Save(string prefix, long? saveCounter = 1)
    {
        using var writer = new CheckpointWriter(prefix);
        new ObjectGraphWriter(this, saveCounter).Write(writer);
        writer.Finish();
    }

    internal void WriteTo(CheckpointWriter writer, string key) => write!(writer, key);
}
