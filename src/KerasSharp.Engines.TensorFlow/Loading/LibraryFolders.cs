using System.Runtime.InteropServices;

namespace KerasSharp.Engines.TensorFlow.Loading;

/// <summary>Where TensorFlow's library may be, in the order in which it is looked for.</summary>
internal static class LibraryFolders
{
    /// <summary>The variable that names the library or its folder; where it is set, nothing else is tried.</summary>
    public const string Variable = "KERAS_TENSORFLOW";

    /// <summary>All folders, each once.</summary>
    public static IEnumerable<string> All() => Asked() is { } asked ? [asked] : Application().Concat(Python()).Concat(System()).Distinct();

    /// <summary>The folder that the user named.</summary>
    private static string? Asked() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path
            ? File.Exists(path)
                ? Path.GetDirectoryName(Path.GetFullPath(path))!
                : path
            : null;

    /// <summary>Where NuGet packages put native libraries.</summary>
    private static IEnumerable<string> Application()
    {
        yield return AppContext.BaseDirectory;
        yield return Path.Combine(AppContext.BaseDirectory, "runtimes", RuntimeInformation.RuntimeIdentifier, "native");
        var search = AppContext.GetData("NATIVE_DLL_SEARCH_DIRECTORIES") as string ?? "";
        foreach (var folder in search.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
            yield return folder;
    }

    /// <summary>The package <c>tensorflow</c> of the active Python: of the virtual environment, of Conda, or of the Python that PATH finds.</summary>
    private static IEnumerable<string> Python()
    {
        foreach (var root in PythonRoots())
        foreach (var library in SubFolders(root, "lib", "Lib").Concat(SubFolders(root, "lib64")))
        foreach (var packages in PackageFolders(library))
            yield return Path.Combine(packages, "tensorflow");
    }

    private static IEnumerable<string> PythonRoots()
    {
        foreach (var variable in (string[])["VIRTUAL_ENV", "CONDA_PREFIX"])
            if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } root)
                yield return root;
        var names = OperatingSystem.IsWindows() ? (string[])["python.exe"] : ["python3", "python"];
        foreach (
            var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(
                Path.PathSeparator,
                StringSplitOptions.RemoveEmptyEntries
            )
        )
        foreach (var name in names)
            if (File.Exists(Path.Combine(folder, name)))
                yield return OperatingSystem.IsWindows() ? folder : Path.GetFullPath(Path.Combine(folder, ".."));
    }

    private static IEnumerable<string> PackageFolders(string library)
    {
        if (OperatingSystem.IsWindows())
            return [Path.Combine(library, "site-packages")];
        return Directory
            .EnumerateDirectories(library, "python3*")
            .SelectMany(python => (string[])[Path.Combine(python, "site-packages"), Path.Combine(python, "dist-packages")]);
    }

    private static IEnumerable<string> SubFolders(string root, params string[] names) =>
        names.Select(name => Path.Combine(root, name)).Where(Directory.Exists).Take(1);

    /// <summary>Where system packages put libraries.</summary>
    private static IEnumerable<string> System() => OperatingSystem.IsWindows() ? [] : ["/usr/local/lib", "/usr/lib", "/opt/homebrew/lib"];
}
