using KerasSharp.Formats.Checkpoints;
using KerasSharp.Formats.Checkpoints.Bundles;

namespace KerasSharp.Formats.Keras;

/// <summary>Reads the weights that TensorFlow's checkpoints hold: Keras 2's <c>save_weights("name")</c>, and <c>tf.train.Checkpoint(model=…)</c>.</summary>
internal static class CheckpointReader
{
    /// <summary>Whether a path is a checkpoint: its prefix, its index, or a folder that names the latest one.</summary>
    public static bool IsCheckpoint(string path) =>
        BundlePaths.IsIndex(path)
        || (!File.Exists(path) && File.Exists(BundlePaths.Index(path)))
        || File.Exists(Path.Combine(path, CheckpointState.FileName));

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
