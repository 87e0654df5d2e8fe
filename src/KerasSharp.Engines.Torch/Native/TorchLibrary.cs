using System.Runtime.InteropServices;
using System.Text;

namespace KerasSharp.Engines.Torch.Native;

/// <summary>Finds libtorch and loads it, once: from <c>KERAS_TORCH</c>, the application's folders, or its package's.</summary>
internal static class TorchLibrary
{
    private static readonly Lazy<(nint Handle, string Path)> Library = new(() => Find(Folders(Environment.GetEnvironmentVariable(Asked))));

    /// <summary>The environment variable that names the folder to use, or a file in it, and no other.</summary>
    public const string Asked = "KERAS_TORCH";

    /// <summary>The version that the package pins; an installed PyTorch must be at least this.</summary>
    public const string Version = "2.10";

    /// <summary>The file that was loaded.</summary>
    public static string Path => Library.Value.Path;

    /// <summary>The handle of libtorch_cpu.</summary>
    /// <exception cref="TorchLibraryException">It is not found or does not load.</exception>
    public static nint Load() => Library.Value.Handle;

    /// <summary>The file of a library's name on this system.</summary>
    public static string FileName(string name) =>
        OperatingSystem.IsWindows() ? $"{name}.dll"
        : OperatingSystem.IsMacOS() ? $"lib{name}.dylib"
        : $"lib{name}.so";

    /// <summary>Loads the first libtorch_cpu that is in one of the folders.</summary>
    /// <exception cref="TorchLibraryException">There is none; the message says of each what is wrong with it.</exception>
    public static (nint Handle, string Path) Find(IEnumerable<string> folders)
    {
        var tried = new StringBuilder();
        foreach (var folder in folders)
        {
            var file = System.IO.Path.Combine(folder, FileName("torch_cpu"));
            if (!File.Exists(file))
            {
                tried.AppendLine($"  {file}: no such file");
                continue;
            }
            if (TryLoad(folder, file, tried) is { } handle)
                return (handle, file);
        }
        throw new TorchLibraryException(
            $"libtorch {Version} or later was not found. Tried:\n{tried}"
                + $"Install the NuGet package libtorch-cpu-{RuntimeInformation.RuntimeIdentifier}, or set {Asked} to the lib folder of an "
                + "installed PyTorch."
        );
    }

    private static nint? TryLoad(string folder, string file, StringBuilder tried)
    {
        try
        {
            foreach (var needed in Directory.GetFiles(folder, "libgomp*").Append(System.IO.Path.Combine(folder, FileName("c10"))))
                if (File.Exists(needed))
                    NativeLibrary.Load(needed);
            nint handle = NativeLibrary.Load(file);
            if (NativeLibrary.TryGetExport(handle, "torch_call_dispatcher", out _))
                return handle;
            tried.AppendLine($"  {file}: is older than {Version} (it lacks torch_call_dispatcher)");
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
        {
            tried.AppendLine($"  {file}: {e.Message}");
        }
        return null;
    }

    /// <summary>Where to look: in the folder that was asked for, or else around the application.</summary>
    /// <param name="asked">A folder or a file in it; null or empty where none was asked for.</param>
    public static IEnumerable<string> Folders(string? asked)
    {
        if (asked is { Length: > 0 })
        {
            yield return File.Exists(asked) ? System.IO.Path.GetDirectoryName(asked)! : asked;
            yield break;
        }
        yield return AppContext.BaseDirectory;
        yield return System.IO.Path.Combine(AppContext.BaseDirectory, "runtimes", RuntimeInformation.RuntimeIdentifier, "native");
        var search = (AppContext.GetData("NATIVE_DLL_SEARCH_DIRECTORIES") as string ?? "").Split(System.IO.Path.PathSeparator);
        foreach (var folder in search.Where(folder => folder.Length > 0))
            yield return folder;
    }
}
