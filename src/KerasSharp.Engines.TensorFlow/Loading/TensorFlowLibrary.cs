using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace KerasSharp.Engines.TensorFlow.Loading;

/// <summary>TensorFlow's library: found, loaded and checked once a process.</summary>
internal sealed class TensorFlowLibrary
{
    // What TensorFlow is told before it is loaded, unless the user has told it something else: to keep to itself what it does on its start.
    private static readonly (string Name, string Value)[] Defaults = [("TF_CPP_MIN_LOG_LEVEL", "2")];

    private static readonly VersionRange Supported = new(new Version(2, 10), new Version(2, 21));
    private static readonly Lazy<TensorFlowLibrary> Loaded = new(() => Load(LibraryPlaces.OfProcess.Folders()));

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
    public static bool Exists => LibraryPlaces.OfProcess.Files().Any(File.Exists);

    /// <summary>Loads the first library that will do.</summary>
    /// <param name="places">Where to look: folders or files.</param>
    /// <param name="versions">The versions that will do; those supported, where null.</param>
    /// <exception cref="TensorFlowLibraryException">None will do.</exception>
    public static TensorFlowLibrary Load(IEnumerable<string> places, VersionRange? versions = null)
    {
        var wanted = versions ?? Supported;
        var tried = new StringBuilder();
        foreach (var file in LibraryPlaces.FilesIn(places))
        {
            if (!File.Exists(file))
                tried.Append($"  {file}: no such file\n");
            else if (TryLoad(file, wanted, tried) is { } library)
                return library;
        }
        throw new TensorFlowLibraryException($"No TensorFlow library {wanted} was found. Tried:\n{tried}{LibraryNames.Remedy}");
    }

    private static TensorFlowLibrary? TryLoad(string file, VersionRange versions, StringBuilder tried)
    {
        foreach (var (name, value) in Defaults)
            if (Environment.GetEnvironmentVariable(name) is null)
                ProcessEnvironment.Set(name, value);
        try
        {
            var folder = System.IO.Path.GetDirectoryName(file)!;
            foreach (var needed in LibraryNames.Needed.Select(name => System.IO.Path.Combine(folder, name)).Where(File.Exists))
                NativeLibrary.Load(needed);
            return Check(NativeLibrary.Load(file), file, versions, tried);
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
        {
            tried.Append($"  {file}: {e.Message.ReplaceLineEndings(" ").Trim()}\n");
            return null;
        }
    }

    private static unsafe TensorFlowLibrary? Check(nint handle, string file, VersionRange versions, StringBuilder tried)
    {
        foreach (var symbol in (string[])["TF_Version", "TFE_Execute", "TF_GraphToFunctionWithControlOutputs"])
            if (!NativeLibrary.TryGetExport(handle, symbol, out _))
            {
                tried.Append($"  {file}: has no {symbol}, so it is not TensorFlow's C library or too old\n");
                return null;
            }
        var version = (delegate* unmanaged[Cdecl]<nint>)NativeLibrary.GetExport(handle, "TF_Version");
        var text = Marshal.PtrToStringUTF8(version()) ?? "";
        if (versions.Contains(text))
            return new TensorFlowLibrary(handle, file, text);
        tried.Append($"  {file}: is TensorFlow {text}; it must be {versions}\n");
        return null;
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
