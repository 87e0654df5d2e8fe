using KerasSharp.Engines;
using KerasSharp.Layers;

namespace KerasSharp.Tests.Backend;

/// <summary>The export of graphs with each engine: TensorFlow's writes a file, others say what to do.</summary>
public sealed class GraphExportTests
{
    [Test]
    public void AnEngineExportsOrSaysWhichOneDoes()
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
                if (Engine.Current.Name == "tensorflow")
                    export(file);
                else
                    Assert.That(
                        () => export(file),
                        Throws.TypeOf<NotSupportedException>().With.Message.Contains("KERAS_BACKEND=tensorflow")
                    );
                Assert.That(File.Exists(file), Is.EqualTo(Engine.Current.Name == "tensorflow"));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
