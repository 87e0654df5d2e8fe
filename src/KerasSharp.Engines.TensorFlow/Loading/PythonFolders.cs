namespace KerasSharp.Engines.TensorFlow.Loading;

/// <summary>Where pip puts the package <c>tensorflow</c>: of the virtual environment, of Conda, and of every Python that PATH finds.</summary>
/// <param name="environment">The value of an environment variable; null where it is not set.</param>
internal sealed class PythonFolders(Func<string, string?> environment)
{
    private static readonly EnumerationOptions Readable = new() { IgnoreInaccessible = true, AttributesToSkip = 0 };

    /// <summary>The folders of the package, of those Pythons that there are.</summary>
    public IEnumerable<string> All() =>
        from root in Roots()
        from library in Libraries(root)
        from packages in Packages(library)
        select Path.Combine(packages, "tensorflow");

    /// <summary>What Pythons are installed in.</summary>
    private IEnumerable<string> Roots() => Activated().Concat(OnPath());

    private IEnumerable<string> Activated()
    {
        foreach (var variable in (string[])["VIRTUAL_ENV", "CONDA_PREFIX"])
            if (environment(variable) is { Length: > 0 } root)
                yield return root;
    }

    private IEnumerable<string> OnPath()
    {
        var names = OperatingSystem.IsWindows() ? (string[])["python.exe"] : ["python3", "python"];
        var folders = (environment("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return from folder in folders
            where names.Any(name => File.Exists(Path.Combine(folder, name)))
            select OperatingSystem.IsWindows() ? folder : Path.GetFullPath(Path.Combine(folder, ".."));
    }

    private static IEnumerable<string> Libraries(string root)
    {
        var names = OperatingSystem.IsWindows() ? (string[])["Lib"] : ["lib", "lib64"];
        return names.Select(name => Path.Combine(root, name)).Where(Directory.Exists);
    }

    private static IEnumerable<string> Packages(string library) =>
        OperatingSystem.IsWindows()
            ? [Path.Combine(library, "site-packages")]
            : from python in Directory.EnumerateDirectories(library, "python3*", Readable)
            from packages in (string[])["site-packages", "dist-packages"]
            select Path.Combine(python, packages);
}
