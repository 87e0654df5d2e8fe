using KerasSharp.Formats.Hdf5;
using NumSharp;

namespace KerasSharp.Formats.Keras;

/// <summary>An array of a model file, read when asked for.</summary>
public sealed class KerasVariable
{
    private readonly Hdf5Dataset dataset;

    internal KerasVariable(string name, Hdf5Dataset dataset)
    {
        (Name, this.dataset) = (name, dataset);
        DType =
            (IsMarkedBFloat16(dataset) ? KerasSharp.DType.BFloat16 : dataset.DType)
            ?? throw dataset.Error($"a variable of the type {dataset.TypeName}; numbers or text were expected.");
    }

    /// <summary>Its name: a key such as <c>0</c> in a tree, a path such as <c>dense/kernel:0</c> in a legacy file.</summary>
    public string Name { get; }

    /// <summary>Its path in the HDF5 file, such as <c>layers/dense/vars/0</c>.</summary>
    public string Path => dataset.Path;

    /// <summary>The type of the elements as stored, which may differ from the model's (float16 for float32, say).</summary>
    public DType DType { get; }

    /// <summary>The shape.</summary>
    public Shape Shape => dataset.Shape;

    /// <summary>Reads the array, each time anew. bfloat16 becomes float32, and complex64 complex128.</summary>
    /// <exception cref="FileFormatException">The file is damaged, the data are in another file, or they are text.</exception>
    public NDArray Read() => DType == dataset.DType ? dataset.Read() : dataset.Read(DType);

    /// <summary>Reads the elements of a variable of text in row order.</summary>
    /// <exception cref="FileFormatException">The file is damaged, or the elements are numbers.</exception>
    public string[] ReadStrings() => dataset.ReadStrings();

    /// <inheritdoc/>
    public override string ToString() => $"{Path} {DType.Name()} {Shape}";

    // HDF5 had no bfloat16: Keras stores two opaque bytes an element and says so in an attribute.
    private static bool IsMarkedBFloat16(Hdf5Dataset dataset) =>
        dataset.Attributes.TryGetValue("dtype", out var mark) && mark.DType == KerasSharp.DType.String && mark.ReadString() == "bfloat16";
}
