namespace KerasSharp.Benchmarks;

/// <summary>Prints the step time of a workload, alone or beside the peer's.</summary>
internal static class Comparison
{
    private const int Rounds = 3;

    /// <summary>Measures in turns, ours, peer, ours, peer, so that a busy machine slows both.</summary>
    public static void Print(string workload, bool withPeer)
    {
        var missing = withPeer ? Peer.Missing : null;
        var compared = withPeer && missing is null;
        var rounds = Enumerable
            .Range(0, Rounds)
            .Select(_ => (Ours: Child.Measure(workload), Peer: compared ? Peer.Measure(workload) : 0))
            .ToArray();
        var line = $"{workload, -12} ours {Median.Of(rounds.Select(round => round.Ours)):F2} ms";
        if (compared)
            line +=
                $"   keras {Median.Of(rounds.Select(round => round.Peer)):F2} ms   ratio {Median.Of(rounds.Select(round => round.Ours / round.Peer)):F2}";
        Console.WriteLine(missing is null ? line : $"{line}   keras is absent: there is no {missing}");
    }
}
