namespace KerasSharp.Formats.SavedModel;

/// <summary>The operations of a graph that save and restore its variables.</summary>
/// <param name="FilenameTensor">The tensor that takes the checkpoint's prefix.</param>
/// <param name="SaveTensor">The tensor to compute to save.</param>
/// <param name="RestoreOperation">The operation to run to restore.</param>
public sealed record ModelSaver(string FilenameTensor, string SaveTensor, string RestoreOperation);
