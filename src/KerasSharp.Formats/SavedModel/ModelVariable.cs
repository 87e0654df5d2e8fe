using KerasSharp.Formats.Checkpoints;
using NumSharp;

namespace KerasSharp.Formats.SavedModel;

/// <summary>A variable of a SavedModel.</summary>
public sealed class ModelVariable
{
    private readonly Checkpoint checkpoint;

    internal ModelVariable(string name, string path, string key, DType? dtype, Shape shape, bool isTrainable, Checkpoint checkpoint)
    {
        (Name, Path, Key, DType, Shape, IsTrainable) = (name, path, key, dtype, shape, isTrainable);
        this.checkpoint = checkpoint;
    }

    /// <summary>Its name in the program that saved it, such as <c>dense/kernel</c>. Two may have the same.</summary>
    public string Name { get; }

    /// <summary>The attributes that lead to it from the root, such as <c>layer_with_weights-0/kernel</c>; of TensorFlow 1 the name.</summary>
    public string Path { get; }

    /// <summary>The key of its value in the checkpoint.</summary>
    public string Key { get; }

    /// <summary>The type of its elements; null for one that KerasSharp lacks.</summary>
    public DType? DType { get; }

    /// <summary>Its shape.</summary>
    public Shape Shape { get; }

    /// <summary>Whether training changes it; true where the file does not tell (TensorFlow 1).</summary>
    public bool IsTrainable { get; }

    /// <summary>Reads its value; bfloat16 becomes float32, and complex64 complex128.</summary>
    /// <exception cref="FileFormatException">The value is damaged.</exception>
    public NDArray Read() => checkpoint.ReadArray(Key);

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {DType?.Name() ?? "unknown type"} {Shape}";
}
