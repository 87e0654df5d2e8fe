using System.Runtime.InteropServices;

namespace KerasSharp.Engines.TensorFlow.Loading;

/// <summary>Environment variables that native libraries see: .NET keeps a copy of its own on Unix, which they do not.</summary>
internal static partial class ProcessEnvironment
{
    /// <summary>Sets a variable for this process's libraries.</summary>
    public static void Set(string name, string value)
    {
        Environment.SetEnvironmentVariable(name, value);
        if (!OperatingSystem.IsWindows())
            _ = SetUnix(name, value, 1);
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetUnix(string name, string value, int overwrite);
}
