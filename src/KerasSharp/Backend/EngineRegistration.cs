using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using KerasSharp.Engines;
using KerasSharp.Engines.Torch;

namespace KerasSharp;

/// <summary>Makes the engines that come with the package known, before anything of it is used.</summary>
internal static class EngineRegistration
{
    [ModuleInitializer]
    [SuppressMessage(
        "Usage",
        "CA2255",
        Justification = "It only stores a factory; without it every program would have to begin with a call."
    )]
    internal static void Register() => Engine.Register("torch", () => new TorchEngine());
}
