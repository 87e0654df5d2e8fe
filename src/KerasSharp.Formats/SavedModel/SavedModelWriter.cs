using Google.Protobuf;
using KerasSharp.Formats.Protobuf;
using KerasSharp.Formats.SavedModel.Writing;

namespace KerasSharp.Formats.SavedModel;

/// <summary>
/// Writes SavedModels, without TensorFlow: what <c>tf.saved_model.load</c>, Keras's <c>TFSMLayer</c> and <c>saved_model_cli</c> read. The objects are those of
/// Keras 3's <c>model.export</c>: lists of variables and the functions.
/// </summary>
public static class SavedModelWriter
{
    private static readonly HashSet<string> Parts =
    [
        SavedModelFolder.BinaryName,
        SavedModelFolder.TextName,
        SavedModelFingerprint.FileName,
        KerasMetadata.FileName,
        ModelAsset.AssetsFolder,
        SavedModelFolder.VariablesFolder,
    ];

    /// <summary>Writes the folder; a SavedModel that is there is replaced once the new one is whole.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="model">What to write.</param>
    /// <exception cref="ArgumentException">A function is not in the library or does not fit what is told of it, or a name is taken or will not do.</exception>
    /// <exception cref="IOException">The path is a file, or a folder that holds something else than a SavedModel.</exception>
    public static void Write(string folder, ModelToSave model)
    {
        ModelCheck.Check(model);
        var objects = new ObjectGraph(model);
        var message = new Protobuf.SavedModel { SavedModelSchemaVersion = 1, MetaGraphs = { MetaGraph.Build(model, objects) } };
        AtomicFolder.Write(
            folder,
            Parts,
            temporary =>
            {
                objects.Checkpoint.Save(SavedModelFolder.VariablesOf(temporary), null);
                Directory.CreateDirectory(Path.Combine(temporary, ModelAsset.AssetsFolder));
                using var file = File.Create(Path.Combine(temporary, SavedModelFolder.BinaryName));
                message.WriteTo(file);
            }
        );
    }
}
