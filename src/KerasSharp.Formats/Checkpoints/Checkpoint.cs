using KerasSharp.Formats.Checkpoints.Bundles;
using KerasSharp.Formats.Checkpoints.Objects;
using KerasSharp.Formats.Protobuf.Tensors;
using NumSharp;

namespace KerasSharp.Formats.Checkpoints;

/// <summary>A checkpoint of TensorFlow's: values by key, and of a newer one the objects that own them. Values are read when they are asked for.</summary>
/// <remarks>Keras writes one by <c>model.save_weights("name")</c> (Keras 2) and <c>tf.train.Checkpoint</c>, TensorFlow 1 by <c>Saver.save</c>. Safe for several threads.</remarks>
public sealed class Checkpoint
{
    private readonly BundleIndex index;
    private readonly BundleReader reader;
    private readonly Lazy<CheckpointObject?> root;

    private Checkpoint(string prefix)
    {
        Prefix = prefix;
        index = BundleIndex.Read(BundlePaths.Index(prefix));
        reader = new BundleReader(prefix, index);
        Tensors = [.. index.Names.Select(Describe)];
        root = new Lazy<CheckpointObject?>(() => ObjectGraphReader.Read(reader, index));
    }

    /// <summary>The path without <c>.index</c>, as TensorFlow calls a checkpoint.</summary>
    public string Prefix { get; }

    /// <summary>All tensors, sorted by key.</summary>
    public IReadOnlyList<CheckpointTensor> Tensors { get; }

    /// <summary>The object that was saved, from which attributes lead to all others; null where only names were saved (TensorFlow 1).</summary>
    /// <exception cref="FileFormatException">What the file says about objects is damaged.</exception>
    public CheckpointObject? Root => root.Value;

    internal BundleIndex Index => index;

    /// <summary>Opens a checkpoint.</summary>
    /// <param name="path">Its prefix (<c>folder/ckpt-3</c>), its index (<c>folder/ckpt-3.index</c>), or a folder, of which the latest is opened.</param>
    /// <exception cref="FileNotFoundException">There is no index, or the folder names no latest checkpoint.</exception>
    /// <exception cref="FileFormatException">The index is damaged, or a file of values is missing or too short.</exception>
    public static Checkpoint Open(string path)
    {
        var prefix = BundlePaths.Prefix(path);
        if (File.Exists(BundlePaths.Index(prefix)))
            return new Checkpoint(prefix);
        if (File.Exists(prefix))
            throw new FileFormatException(
                prefix,
                "",
                $"'{BundlePaths.Index(prefix)}' was expected beside it. Checkpoints of one file (TensorFlow's version 1) are not supported: read and save it anew with tf.compat.v1.train.Saver."
            );
        throw new FileNotFoundException($"There is no checkpoint '{prefix}': '{BundlePaths.Index(prefix)}' is missing.", prefix);
    }

    /// <summary>Whether there is a tensor of this key.</summary>
    /// <param name="key">The key.</param>
    public bool Contains(string key) => index.Find(key) is not null;

    /// <summary>The values of a tensor, read straight into an array's memory; bfloat16 becomes float32, and complex64 complex128.</summary>
    /// <param name="key">The tensor's key.</param>
    /// <exception cref="KeyNotFoundException">There is none; the message tells similar keys.</exception>
    /// <exception cref="FileFormatException">The values are damaged.</exception>
    /// <exception cref="NotSupportedException">The tensor has strings, of which NumSharp has no arrays: use <see cref="ReadValue"/>.</exception>
    public NDArray ReadArray(string key) => reader.ReadArray(key, Entry(key));

    /// <summary>The values of a tensor of any type, strings too.</summary>
    /// <param name="key">The tensor's key.</param>
    /// <exception cref="KeyNotFoundException">There is none; the message tells similar keys.</exception>
    /// <exception cref="FileFormatException">The values are damaged.</exception>
    public TensorValue ReadValue(string key) => reader.ReadValue(key, Entry(key));

    private Formats.Protobuf.BundleEntryProto Entry(string key) =>
        index.Find(key) ?? throw new KeyNotFoundException($"'{Prefix}' has no tensor '{key}'. {Similar(key)}");

    private string Similar(string key)
    {
        var last = key.Split('/')[^1];
        string[] similar = [.. index.Names.Where(name => name.Contains(last, StringComparison.OrdinalIgnoreCase)).Take(5)];
        return similar.Length > 0
            ? $"Similar keys: {string.Join(", ", similar)}."
            : $"It has {index.Names.Count} tensors, such as {string.Join(", ", index.Names.Take(5))}.";
    }

    private CheckpointTensor Describe(string key)
    {
        var entry = index.Find(key)!;
        Formats.Protobuf.DataTypes.TryGetDType(entry.Dtype, out var dtype);
        return new CheckpointTensor(key, dtype, TensorShapes.Defined(entry.Shape, index.Path, $"tensor '{key}'"), entry.Slices.Count);
    }
}
