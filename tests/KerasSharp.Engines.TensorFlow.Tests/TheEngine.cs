namespace KerasSharp.Engines.TensorFlow.Tests;

/// <summary>The one TensorFlow engine of these tests; those that need it are skipped where the library is not installed.</summary>
internal static class TheEngine
{
    private static readonly Lazy<TensorFlowEngine> Loaded = new(() => new TensorFlowEngine());

    /// <summary>The engine. Skips the test where it cannot be.</summary>
    public static TensorFlowEngine Current
    {
        get
        {
            Require();
            return Loaded.Value;
        }
    }

    /// <summary>Skips the test, with the reason, where the library is not installed.</summary>
    public static void Require()
    {
        if (!TensorFlowEngine.IsInstalled)
            Assert.Ignore("TensorFlow's library is not installed here; set KERAS_TENSORFLOW to its folder to run this test.");
    }

    /// <summary>Skips the test, with the reason, where TensorFlow cannot be the engine that runs models: another one may have been chosen already.</summary>
    public static void RequireAsCurrent()
    {
        Require();
        try
        {
            Engine.Use("tensorflow");
        }
        catch (InvalidOperationException e)
        {
            Assert.Ignore(e.Message);
        }
    }
}
