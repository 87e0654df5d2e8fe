using System.Diagnostics;
using System.Globalization;

namespace KerasSharp.Benchmarks;

/// <summary>Runs a program that prints a figure, on two threads.</summary>
internal static class Child
{
    /// <summary>The argument by which this program measures one thing in its own process.</summary>
    public const string Switch = "--measure";

    private const string ThreadCount = "2";

    /// <summary>Measures one thing in a new process of this program.</summary>
    /// <returns>The figure it printed last.</returns>
    public static double Measure(string name) => Figure(Self(name));

    /// <summary>The figure that a command prints last.</summary>
    public static double Figure(string[] command) => double.Parse(LastLine(command), NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>The command line of this program for one measurement.</summary>
    public static string[] Self(string name)
    {
        var program = Environment.ProcessPath ?? throw new InvalidOperationException("The path of this process is unknown.");
        var isHost = Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        return isHost ? [program, typeof(Child).Assembly.Location, Switch, name] : [program, Switch, name];
    }

    /// <summary>Runs a command to its end.</summary>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="backend">The engine it is to use; that of this process where null.</param>
    /// <returns>The last line it printed that is not empty.</returns>
    /// <exception cref="InvalidOperationException">It failed, or printed nothing.</exception>
    public static string LastLine(string[] command, string? backend = null)
    {
        using var process = Process.Start(Prepare(command, backend)) ?? throw new InvalidOperationException($"{command[0]} did not start.");
        var errors = process.StandardError.ReadToEndAsync();
        var last = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault();
        process.WaitForExit();
        return process.ExitCode == 0 && last is not null
            ? last.Trim()
            : throw new InvalidOperationException($"{string.Join(' ', command)} failed with {process.ExitCode}:\n{errors.Result}");
    }

    private static ProcessStartInfo Prepare(string[] command, string? backend)
    {
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["OMP_NUM_THREADS"] = start.Environment["MKL_NUM_THREADS"] = ThreadCount;
        start.Environment["THREADS"] = ThreadCount;
        if (backend is not null)
            start.Environment["KERAS_BACKEND"] = backend;
        return start;
    }
}
