using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using KerasSharp.Engines;
using KerasSharp.Engines.Torch;

namespace KerasSharp;

/// <summary>Makes the engines that come with KerasSharp known before anything runs.</summary>
internal static class EngineRegistration
{
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "Core knows no engine, and a user must not have to name one.")]
    public static void Register() => Engine.Register("torch", () => new TorchEngine());
}
