using KerasSharp.Engines.TensorFlow;
using KerasSharp.Layers;

namespace KerasSharp.Tests.Backend;

/// <summary>The export of graphs with each engine: it needs TensorFlow's library, or says what to do.</summary>
public sealed class GraphExportTests
{
    [Test]
    public void AnEngineExportsOrSaysWhatIsMissing()
    {
        var model = new Sequential([new InputLayer([2]), new Dense(1)]);
        var input = Keras.Input([2]);
        using var function = K.Function([input], [input + 1]);
        var folder = Directory.CreateTempSubdirectory("kerassharp-");
        try
        {
            foreach (Action<string> export in (Action<string>[])[model.ExportGraph, function.ExportGraph])
            {
                var file = Path.Combine(folder.FullName, $"{Guid.NewGuid():N}.pb");
                if (TensorFlowEngine.IsInstalled)
                    export(file);
                else
                    Assert.That(() => export(file), Throws.TypeOf<TensorFlowLibraryException>().With.Message.Contains("KERAS_TENSORFLOW"));
                Assert.That(File.Exists(file), Is.EqualTo(TensorFlowEngine.IsInstalled));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
