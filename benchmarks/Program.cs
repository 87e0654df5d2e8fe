using System.Globalization;
using KerasSharp.Benchmarks.Formats;

namespace KerasSharp.Benchmarks;

/// <summary>
/// Times training steps, the start, calls, memory and files: <c>dotnet run -c Release --project benchmarks -- mlp convnet --peer</c>. Every
/// measurement runs in a process of its own, which prints its figure and nothing else.
/// </summary>
internal static class Program
{
    private const string PeerSwitch = "--peer";
    private const string EngineSwitch = "--engine";

    private static int Main(string[] arguments)
    {
        if (arguments is [Child.Switch, var measured])
            return Measure(measured);
        if (arguments is [Child.Switch, WeightFiles.Prepare, var path])
        {
            WeightFiles.WriteTo(path);
            Console.WriteLine(path);
            return 0;
        }
        var withPeer = arguments.Contains(PeerSwitch);
        // The measuring processes inherit the choice.
        if (Array.IndexOf(arguments, EngineSwitch) is >= 0 and var at && at + 1 < arguments.Length)
        {
            Environment.SetEnvironmentVariable("KERAS_BACKEND", arguments[at + 1]);
            arguments = [.. arguments[..at], .. arguments[(at + 2)..]];
        }
        var names = arguments.Where(argument => argument != PeerSwitch).ToArray();
        var unknown = names
            .Where(name => !Workloads.Names.Contains(name) && !Probes.Names.Contains(name) && name != FormatProbes.Name)
            .ToArray();
        if (unknown.Length > 0 || names.Length == 0)
            return Explain(unknown);
        try
        {
            foreach (var name in names)
                Print(name, withPeer);
            return 0;
        }
        catch (InvalidOperationException e)
        {
            Console.Error.WriteLine(e.Message);
            return 1;
        }
    }

    private static int Measure(string name)
    {
        var figure = Probes.Find(name)?.Measure() ?? FormatProbes.Find(name)?.Measure() ?? TrainingSteps.Measure(Workloads.Find(name)!);
        Console.WriteLine(figure.ToString("R", CultureInfo.InvariantCulture));
        return 0;
    }

    private static void Print(string name, bool withPeer)
    {
        if (name == FormatProbes.Name)
            FormatProbes.Print();
        else if (Probes.Find(name) is { } probe)
            Console.WriteLine($"{name, -12} {probe.Run():F2} {probe.Unit}");
        else
            Comparison.Print(name, withPeer);
    }

    private static int Explain(string[] unknown)
    {
        if (unknown.Length > 0)
            Console.Error.WriteLine($"Unknown: {string.Join(", ", unknown)}.");
        Console.Error.WriteLine(
            $"Workloads: {string.Join(", ", Workloads.Names)}. Others: {string.Join(", ", Probes.Names)}, {FormatProbes.Name}."
        );
        Console.Error.WriteLine("Run: dotnet run -c Release --project benchmarks -- mlp convnet [--engine torch|tensorflow] [--peer]");
        return 1;
    }
}
