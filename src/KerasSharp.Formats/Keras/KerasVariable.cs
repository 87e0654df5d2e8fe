using KerasSharp.Formats.Checkpoints;
using KerasSharp.Formats.Hdf5;
using NumSharp;

namespace KerasSharp.Formats.Keras;

/// <summary>An array of a model file, read when asked for.</summary>
public sealed class KerasVariable
{
    private readonly Func<NDArray> read;
    private readonly Func<string[]> readStrings;

    private KerasVariable(string name, string path, DType dtype, Shape shape, Func<NDArray> read, Func<string[]> readStrings) =>
        (Name, Path, DType, Shape, this.read, this.readStrings) = (name, path, dtype, shape, read, readStrings);

    /// <summary>
    /// Its name: a key such as <c>0</c> in a tree, a path such as <c>dense/kernel:0</c> in a legacy file, the name that it had in the program in a checkpoint.
    /// </summary>
    public string Name { get; }

    /// <summary>Its path in the HDF5 file, such as <c>layers/dense/vars/0</c>; its key in a checkpoint.</summary>
    public string Path { get; }

    /// <summary>The type of the elements as stored, which may differ from the model's (float16 for float32, say).</summary>
    public DType DType { get; }

    /// <summary>The shape.</summary>
    public Shape Shape { get; }

    /// <summary>Reads the array, each time anew. bfloat16 becomes float32, and complex64 complex128.</summary>
    /// <exception cref="FileFormatException">The file is damaged, the data are in another file, or they are text.</exception>
    public NDArray Read() => read();

    /// <summary>Reads the elements of a variable of text in row order.</summary>
    /// <exception cref="FileFormatException">The file is damaged, or the elements are numbers.</exception>
    public string[] ReadStrings() => readStrings();

    /// <inheritdoc/>
    public override string ToString() => $"{Path} {DType.Name()} {Shape}";

    /// <summary>A dataset of an HDF5 file.</summary>
    internal static KerasVariable Of(string name, Hdf5Dataset dataset)
    {
        var dtype =
            (IsMarkedBFloat16(dataset) ? KerasSharp.DType.BFloat16 : dataset.DType)
            ?? throw dataset.Error($"a variable of the type {dataset.TypeName}; numbers or text were expected.");
        return new KerasVariable(
            name,
            dataset.Path,
            dtype,
            dataset.Shape,
            () => dtype == dataset.DType ? dataset.Read() : dataset.Read(dtype),
            dataset.ReadStrings
        );
    }

    /// <summary>A tensor of a checkpoint.</summary>
    internal static KerasVariable Of(string name, CheckpointTensor tensor, Checkpoint checkpoint)
    {
        var dtype = tensor.DType ?? throw Error("it has a type that KerasSharp lacks; numbers or text were expected.");
        return new KerasVariable(name, tensor.Key, dtype, tensor.Shape, ReadArray, ReadStrings);

        NDArray ReadArray() => dtype == DType.String ? throw Error("it is text; numbers were expected.") : checkpoint.ReadArray(tensor.Key);

        string[] ReadStrings() =>
            dtype == DType.String
                ? [.. checkpoint.ReadValue(tensor.Key).Strings.Select(System.Text.Encoding.UTF8.GetString)]
                : throw Error("it is numbers; text was expected.");

        FileFormatException Error(string problem) => new(checkpoint.Prefix, $"key '{tensor.Key}'", problem);
    }

    // HDF5 had no bfloat16: Keras stores two opaque bytes an element and says so in an attribute.
    private static bool IsMarkedBFloat16(Hdf5Dataset dataset) =>
        dataset.Attributes.TryGetValue("dtype", out var mark) && mark.DType == KerasSharp.DType.String && mark.ReadString() == "bfloat16";
}
