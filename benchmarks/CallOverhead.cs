using System.Diagnostics;
using NumSharp;

namespace KerasSharp.Benchmarks;

/// <summary>What a call costs that computes nothing.</summary>
internal static class CallOverhead
{
    private const int Calls = 10_000;
    private const int Rounds = 11;

    /// <summary>The median over several rounds.</summary>
    /// <returns>Microseconds a call.</returns>
    public static double Measure()
    {
        var x = Keras.Input([1]);
        using var function = K.Function([x], [x]);
        var value = np.zeros(new NumSharp.Shape(1, 1), NPTypeCode.Single);
        var rounds = Enumerable.Range(0, Rounds).Select(_ => Round(() => function.Run(value))).ToArray();
        return Median.Of(rounds.Skip(1));
    }

    private static double Round(Action call)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < Calls; i++)
            call();
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / Calls;
    }
}
