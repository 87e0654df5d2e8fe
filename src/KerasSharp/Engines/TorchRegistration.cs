using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using KerasSharp.Engines.Torch;

namespace KerasSharp.Engines;

/// <summary>Makes the Torch engine known as the assembly loads.</summary>
internal static class TorchRegistration
{
    [ModuleInitializer]
    [SuppressMessage(
        "Usage",
        "CA2255",
        Justification = "The engine must be known before the first variable is read, whatever touches the library first."
    )]
    internal static void Register() => Engine.Register("torch", () => new TorchEngine());
}
