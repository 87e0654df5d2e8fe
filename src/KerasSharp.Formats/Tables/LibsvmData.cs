using NumSharp;

namespace KerasSharp.Formats.Tables;

/// <summary>Examples of a libsvm file.</summary>
/// <param name="X">The features, float32 [examples, features]; those that the file leaves out are 0.</param>
/// <param name="Y">The labels, float32 [examples].</param>
/// <param name="QueryIds">The groups of a ranking (<c>qid</c>), one an example; null where the file has none.</param>
public sealed record LibsvmData(NDArray X, NDArray Y, IReadOnlyList<long?> QueryIds);
