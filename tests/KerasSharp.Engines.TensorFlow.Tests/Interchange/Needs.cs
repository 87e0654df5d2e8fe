using System.Runtime.CompilerServices;

namespace KerasSharp.Engines.TensorFlow.Tests.Interchange;

/// <summary>What tests of graph interchange need of the machine; a test without it is skipped with the reason.</summary>
internal static class Needs
{
    /// <summary>TensorFlow's library.</summary>
    public static void Library()
    {
        if (!TensorFlowEngine.IsInstalled)
            Assert.Ignore("TensorFlow's library is not installed here; set KERAS_TENSORFLOW to its folder to run this test.");
    }

    /// <summary>TensorFlow as the engine that runs models.</summary>
    public static void Engine()
    {
        Library();
        // The engines are known once the assembly of the layers is loaded, which a test may not have touched yet.
        RuntimeHelpers.RunModuleConstructor(typeof(Keras).Module.ModuleHandle);
        try
        {
            KerasSharp.Engines.Engine.Use("tensorflow");
        }
        catch (InvalidOperationException e)
        {
            Assert.Ignore(e.Message);
        }
    }
}
