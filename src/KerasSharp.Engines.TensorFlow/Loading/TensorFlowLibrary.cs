using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace KerasSharp.Engines.TensorFlow.Loading;

/// <summary>TensorFlow's library: found, loaded and checked once a process.</summary>
internal sealed class TensorFlowLibrary
{
    // What TensorFlow is told before it is loaded, unless the user has told it something else: to keep to itself what it does on its start.
    private static readonly (string Name, string Value)[] Defaults = [("TF_CPP_MIN_LOG_LEVEL", "2")];

    private static readonly Version Oldest = new(2, 10);
    private static readonly Version Newest = new(2, 21);
    private static readonly Lazy<TensorFlowLibrary> Loaded = new(() => Load(LibraryFolders.All()));

    private TensorFlowLibrary(nint handle, string path, string version) => (Handle, Path, Version) = (handle, path, version);

    /// <summary>The library of this process.</summary>
    /// <exception cref="TensorFlowLibraryException">There is none; the message lists what was tried.</exception>
    public static TensorFlowLibrary Current => Loaded.Value;

    /// <summary>The system's handle.</summary>
    public nint Handle { get; }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The version that the library says it has.</summary>
    public string Version { get; }

    /// <summary>Whether a file of the right name is in one of the folders; it may still turn out not to load.</summary>
    public static bool Exists => Files(LibraryFolders.All()).Any(File.Exists);

    /// <summary>Loads the first library that will do.</summary>
    /// <param name="folders">Where to look.</param>
    /// <exception cref="TensorFlowLibraryException">None will do.</exception>
    public static TensorFlowLibrary Load(IEnumerable<string> folders)
    {
        var tried = new StringBuilder();
        foreach (var file in Files(folders))
        {
            if (!File.Exists(file))
                tried.AppendLine($"  {file}: no such file");
            else if (TryLoad(file, tried) is { } library)
                return library;
        }
        throw new TensorFlowLibraryException(
            $"No TensorFlow library from {Oldest} to {Newest} was found. Tried:\n{tried}{LibraryNames.Remedy}"
        );
    }

    private static IEnumerable<string> Files(IEnumerable<string> folders) =>
        folders.SelectMany(folder => LibraryNames.Main.Select(name => System.IO.Path.Combine(folder, name)));

    private static TensorFlowLibrary? TryLoad(string file, StringBuilder tried)
    {
        foreach (var (name, value) in Defaults)
            if (Environment.GetEnvironmentVariable(name) is null)
                ProcessEnvironment.Set(name, value);
        try
        {
            var folder = System.IO.Path.GetDirectoryName(file)!;
            foreach (var needed in LibraryNames.Needed.Select(name => System.IO.Path.Combine(folder, name)).Where(File.Exists))
                NativeLibrary.Load(needed);
            return Check(NativeLibrary.Load(file), file, tried);
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
        {
            tried.AppendLine($"  {file}: {e.Message}");
            return null;
        }
    }

    private static unsafe TensorFlowLibrary? Check(nint handle, string file, StringBuilder tried)
    {
        foreach (var symbol in (string[])["TF_Version", "TFE_Execute", "TF_GraphToFunctionWithControlOutputs"])
            if (!NativeLibrary.TryGetExport(handle, symbol, out _))
            {
                tried.AppendLine($"  {file}: has no {symbol}, so it is not TensorFlow's C library or too old");
                return null;
            }
        var version = (delegate* unmanaged[Cdecl]<nint>)NativeLibrary.GetExport(handle, "TF_Version");
        var text = Marshal.PtrToStringUTF8(version()) ?? "";
        if (TryParse(text, out var number) && number >= Oldest && number <= Newest)
            return new TensorFlowLibrary(handle, file, text);
        tried.AppendLine($"  {file}: is TensorFlow {text}; versions {Oldest} to {Newest} are supported");
        return null;
    }

    /// <summary>Major and minor number of a version such as 2.16.1 or 2.17.0-rc1.</summary>
    private static bool TryParse(string text, out Version version)
    {
        var parts = text.Split('.');
        version = new Version();
        if (parts.Length < 2 || !int.TryParse(parts[0], out int major) || !int.TryParse(parts[1], out int minor))
            return false;
        version = new Version(major, minor);
        return true;
    }

    /// <summary>Lets the imports of this assembly find the library.</summary>
    [ModuleInitializer]
    [System.Diagnostics.CodeAnalysis.SuppressMessage(
        "Usage",
        "CA2255",
        Justification = "The resolver must be there before the first import is bound."
    )]
    internal static void Register() =>
        NativeLibrary.SetDllImportResolver(
            typeof(TensorFlowLibrary).Assembly,
            static (name, _, _) => name == Native.TensorFlowNative.Library ? Current.Handle : 0
        );
}
