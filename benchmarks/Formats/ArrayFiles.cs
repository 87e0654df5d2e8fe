using KerasSharp.Formats.Npy;
using NumSharp;

namespace KerasSharp.Benchmarks.Formats;

/// <summary>One array of 500 MB as <c>.npy</c>.</summary>
internal static class ArrayFiles
{
    private const int Rows = 12_500;
    private const int Columns = 10_000;
    private const long Bytes = 4L * Rows * Columns;
    private const string File = "array.npy";

    /// <summary>Millions of bytes a second into a new file, as far as the system's cache.</summary>
    public static double Write()
    {
        using var scratch = new Scratch();
        var array = Make();
        return Scratch.Speed(Bytes, () => NpyFile.Save(scratch.New(), array));
    }

    /// <summary>Millions of bytes a second from the system's cache.</summary>
    public static double Read()
    {
        using var scratch = new Scratch();
        NpyFile.Save(scratch[File], Make());
        return Scratch.Speed(Bytes, () => NpyFile.Load(scratch[File]).ToNDArray());
    }

    private static NDArray Make() => np.full(new NumSharp.Shape(Rows, Columns), 0.5f);
}
