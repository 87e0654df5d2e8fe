using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using KerasSharp.Engines.TensorFlow;
using KerasSharp.Engines.Torch;

namespace KerasSharp.Engines;

/// <summary>Makes the engines known as the assembly loads: TensorFlow where a library is found, else Torch.</summary>
internal static class EngineRegistration
{
    [ModuleInitializer]
    [SuppressMessage(
        "Usage",
        "CA2255",
        Justification = "The engines must be known before the first variable is read, whatever touches the library first."
    )]
    internal static void Register()
    {
        Engine.Register("tensorflow", () => new TensorFlowEngine(), () => TensorFlowEngine.IsInstalled);
        Engine.Register("torch", () => new TorchEngine());
    }
}
