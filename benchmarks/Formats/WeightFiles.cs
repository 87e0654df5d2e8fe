using KerasSharp.Formats.Keras;
using NumSharp;

namespace KerasSharp.Benchmarks.Formats;

/// <summary>500 MB of weights in Keras 3's <c>.weights.h5</c>.</summary>
internal static class WeightFiles
{
    private const int Layers = 10;
    private const int Side = 3_536;
    private const long Bytes = 4L * Layers * Side * Side;
    private const string File = "model.weights.h5";

    /// <summary>Millions of bytes a second into a new file, as far as the system's cache.</summary>
    public static double Write()
    {
        using var scratch = new Scratch();
        var weights = Make();
        return Scratch.Speed(Bytes, () => WeightTreeWriter.Write(scratch.New(), weights));
    }

    /// <summary>Millions of bytes a second from the system's cache.</summary>
    public static double Read()
    {
        using var scratch = new Scratch();
        WeightTreeWriter.Write(scratch[File], Make());
        return Scratch.Speed(Bytes, () => Load(scratch[File]));
    }

    /// <summary>Memory at the peak of making and writing the weights, as a multiple of theirs.</summary>
    public static double WriteMemory()
    {
        using var scratch = new Scratch();
        var before = Environment.WorkingSet;
        WeightTreeWriter.Write(scratch[File], Make());
        return (double)(Scratch.Peak() - before) / Bytes;
    }

    /// <summary>Memory at the peak of reading the weights, as a multiple of theirs. The file is written by another process.</summary>
    public static double ReadMemory()
    {
        using var scratch = new Scratch();
        Child.LastLine([.. Child.Self(Prepare), scratch[File]]);
        var before = Environment.WorkingSet;
        var loaded = Load(scratch[File]);
        GC.KeepAlive(loaded);
        return (double)(Scratch.Peak() - before) / Bytes;
    }

    /// <summary>The measurement's name by which a process only writes the file.</summary>
    public const string Prepare = "h5-prepare";

    /// <summary>Writes the file for another process.</summary>
    public static void WriteTo(string path) => WeightTreeWriter.Write(path, Make());

    private static ObjectData[] Make() =>
        [
            .. Enumerable
                .Range(0, Layers)
                .Select(i => new ObjectData(
                    i == 0 ? "layers/dense" : $"layers/dense_{i}",
                    "dense",
                    [new WeightData("0", np.full(new NumSharp.Shape(Side, Side), i + 0.5f))]
                )),
        ];

    private static NDArray[] Load(string path)
    {
        using var file = KerasFile.Open(path);
        return [.. file.Tree!.Groups.SelectMany(group => group.Variables).Select(variable => variable.Read())];
    }
}
