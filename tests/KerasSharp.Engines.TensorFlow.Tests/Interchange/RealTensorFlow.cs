using System.Diagnostics;

namespace KerasSharp.Engines.TensorFlow.Tests.Interchange;

/// <summary>
/// TensorFlow for Python, which judges: <c>../shared/reference/python</c> beside the repository, or in the folder that <c>KERASSHARP_SHARED</c> names.
/// </summary>
internal static class RealTensorFlow
{
    private const string Variable = "KERASSHARP_SHARED";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Runs a script with <c>np</c> and <c>tf</c> imported and waits for its end. Skips the test where there is no Python to run it.</summary>
    /// <param name="script">The script.</param>
    /// <param name="arguments">What it finds in <c>sys.argv[1:]</c>.</param>
    /// <returns>What it printed.</returns>
    public static string Run(string script, params string[] arguments)
    {
        var start = new ProcessStartInfo(Find()) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["-c", $"import sys\nimport numpy as np\nimport tensorflow as tf\n{script}", .. arguments])
            start.ArgumentList.Add(argument);
        start.Environment.Remove("KERAS_BACKEND");
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"Python was not done after {Patience}.");
        }
        Assert.That(process.ExitCode, Is.Zero, errors.Result);
        return output.Result;
    }

    private static string Find()
    {
        var shared = Environment.GetEnvironmentVariable(Variable);
        for (
            var folder = TestContext.CurrentContext.TestDirectory;
            shared is null && folder is not null;
            folder = Path.GetDirectoryName(folder)
        )
            if (File.Exists(Path.Combine(folder, "KerasSharp.sln")))
                shared = Path.Combine(folder, "..", "shared");
        var python = Path.Combine(shared ?? "", "reference", "python");
        if (!File.Exists(python))
            Assert.Ignore($"'{python}', TensorFlow for Python, is not here; set {Variable} to the folder of 'reference' to run this test.");
        return python;
    }
}
