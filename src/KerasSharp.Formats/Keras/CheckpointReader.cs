using KerasSharp.Formats.Checkpoints;

namespace KerasSharp.Formats.Keras;

/// <summary>Reads the weights that TensorFlow's checkpoints hold: Keras 2's <c>save_weights("name")</c>, and <c>tf.train.Checkpoint(model=…)</c>.</summary>
internal static class CheckpointReader
{
    private const string Index = ".index";
    private const string State = "checkpoint";

    /// <summary>Whether a path is a checkpoint: its prefix, its index, or a folder that names the latest one.</summary>
    public static bool IsCheckpoint(string path) =>
        (path.EndsWith(Index, StringComparison.OrdinalIgnoreCase) && File.Exists(path))
        || (!File.Exists(path) && File.Exists(path + Index))
        || File.Exists(Path.Combine(path, State));

    /// <summary>Opens a checkpoint.</summary>
    public static KerasFile Open(string path)
    {
        var weights = new ObjectWeights(Checkpoint.Open(path));
        return new KerasFile(path, KerasFileKind.Checkpoint, [])
        {
            Objects = weights,
            OptimizerVariables = OptimizerObject.Variables(weights),
        };
    }
}
