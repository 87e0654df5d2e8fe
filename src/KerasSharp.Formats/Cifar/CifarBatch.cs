using NumSharp;

namespace KerasSharp.Formats.Cifar;

/// <summary>Images of CIFAR with their labels, as <c>keras.datasets</c> gives them.</summary>
/// <param name="Kind">Which set they are of.</param>
/// <param name="Images">uint8 [n, 32, 32, 3]: rows, columns, and red, green, blue.</param>
/// <param name="Labels">The classes [n, 1]: uint8 from 0 to 9 for CIFAR-10, int64 from 0 to 99 (fine) for CIFAR-100.</param>
/// <param name="CoarseLabels">int64 [n, 1] from 0 to 19 for CIFAR-100; null for CIFAR-10.</param>
public sealed record CifarBatch(CifarKind Kind, NDArray Images, NDArray Labels, NDArray? CoarseLabels);
