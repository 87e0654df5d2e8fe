using System.Runtime.InteropServices;

namespace KerasSharp.Engines.TensorFlow.Loading;

/// <summary>Where TensorFlow's library may be, in the order in which it is looked for.</summary>
/// <param name="environment">The value of an environment variable; null where it is not set.</param>
internal sealed class LibraryPlaces(Func<string, string?> environment)
{
    /// <summary>The variable that names the library or its folder; where it is set, nothing else is tried.</summary>
    public const string Variable = "KERAS_TENSORFLOW";

    /// <summary>The places of this process.</summary>
    public static LibraryPlaces OfProcess { get; } = new(Environment.GetEnvironmentVariable);

    /// <summary>All files that may be the library, each once.</summary>
    public IEnumerable<string> Files() => FilesIn(Folders());

    /// <summary>What to try in some places: files are tried as they are, folders for every name that the library has.</summary>
    public static IEnumerable<string> FilesIn(IEnumerable<string> places) =>
        places.SelectMany(place =>
            File.Exists(place) ? [Path.GetFullPath(place)] : LibraryNames.Main.Select(name => Path.Combine(place, name))
        );

    /// <summary>All folders, each once; the file, if the user named one.</summary>
    public IEnumerable<string> Folders() =>
        environment(Variable) is { Length: > 0 } asked
            ? [asked]
            : Application().Concat(new PythonFolders(environment).All()).Concat(System()).Distinct();

    /// <summary>Where NuGet packages put native libraries.</summary>
    private static IEnumerable<string> Application()
    {
        yield return AppContext.BaseDirectory;
        yield return Path.Combine(AppContext.BaseDirectory, "runtimes", RuntimeInformation.RuntimeIdentifier, "native");
        var search = AppContext.GetData("NATIVE_DLL_SEARCH_DIRECTORIES") as string ?? "";
        foreach (var folder in search.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
            yield return folder;
    }

    /// <summary>Where system packages put libraries.</summary>
    private static IEnumerable<string> System() => OperatingSystem.IsWindows() ? [] : ["/usr/local/lib", "/usr/lib", "/opt/homebrew/lib"];
}
