namespace KerasSharp.Formats.Keras;

/// <summary>What a file of Keras is, recognised by its content.</summary>
public enum KerasFileKind
{
    /// <summary>A whole model as <c>.h5</c>, of Keras 1, 2 or 3: configuration, layers' weights by name, maybe the optimizer's state.</summary>
    LegacyModel,

    /// <summary>Layers' weights by name as <c>.h5</c>, of Keras 1, 2 or 3.</summary>
    LegacyWeights,

    /// <summary>A tree of objects with variables: Keras 3's <c>.weights.h5</c>.</summary>
    Weights,

    /// <summary>The same cut into several files: <c>.weights.json</c> beside <c>NAME_00000.weights.h5</c>, ….</summary>
    ShardedWeights,

    /// <summary>A whole model as <c>.keras</c>: a zip of configuration, tree and assets.</summary>
    Archive,

    /// <summary>The files of an archive in a folder.</summary>
    Directory,

    /// <summary>A checkpoint of TensorFlow: weights as objects, maybe the optimizer's state.</summary>
    Checkpoint,

    /// <summary>A SavedModel: weights as objects, and of Keras 2 the configuration and maybe the optimizer's state.</summary>
    SavedModel,
}
