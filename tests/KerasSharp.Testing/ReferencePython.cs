using System.Diagnostics;
using NUnit.Framework;

namespace KerasSharp.Testing;

/// <summary>
/// The Python of real Keras, TensorFlow and TensorBoard, which judges: <c>../shared/reference/python</c> beside the repository, or in the folder that <c>KERASSHARP_SHARED</c> names.
/// </summary>
public static class ReferencePython
{
    private const string Variable = "KERASSHARP_SHARED";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>The folder of this Python, where scripts that use it lie too. Skips the test where there is none.</summary>
    /// <exception cref="IgnoreException">There is no such Python.</exception>
    public static string Folder => Path.GetDirectoryName(Find())!;

    /// <summary>Runs a script with <c>sys</c> and <c>np</c> imported and waits for its end. Skips the test where there is no Python to run it.</summary>
    /// <param name="script">The script.</param>
    /// <param name="arguments">What it finds in <c>sys.argv[1:]</c>.</param>
    /// <returns>What it printed.</returns>
    /// <exception cref="AssertionException">The script failed; the message is what it wrote to its error stream.</exception>
    /// <exception cref="IgnoreException">There is no such Python.</exception>
    public static string Run(string script, params string[] arguments)
    {
        var start = new ProcessStartInfo(Find()) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["-c", $"import sys\nimport numpy as np\n{script}", .. arguments])
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
            Assert.Ignore(
                $"'{python}', Python with real Keras and TensorFlow, is not here; set {Variable} to the folder of 'reference' to run this test."
            );
        return python;
    }
}
