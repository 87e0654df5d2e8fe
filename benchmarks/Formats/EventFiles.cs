using KerasSharp.Formats.Events;

namespace KerasSharp.Benchmarks.Formats;

/// <summary>A million scalars for TensorBoard.</summary>
internal static class EventFiles
{
    private const int Count = 1_000_000;

    /// <summary>Seconds until the last is in the file.</summary>
    public static double Write()
    {
        using var scratch = new Scratch();
        return Scratch.Seconds(() =>
        {
            using var writer = new EventFileWriter(scratch["train"]);
            Write(writer, 0, Count);
        });
    }

    /// <summary>Megabytes by which memory grew while the second half was written.</summary>
    public static double Memory()
    {
        using var scratch = new Scratch();
        using var writer = new EventFileWriter(scratch["train"]);
        Write(writer, 0, Count / 2);
        writer.Flush();
        var before = Environment.WorkingSet;
        Write(writer, Count / 2, Count);
        writer.Flush();
        return (Environment.WorkingSet - before) / 1e6;
    }

    private static void Write(EventFileWriter writer, int from, int to)
    {
        for (var step = from; step < to; step++)
            writer.Scalar("loss", 1.0 / (step + 1), step);
    }
}
