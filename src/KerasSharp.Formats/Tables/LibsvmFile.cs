using NumSharp;

namespace KerasSharp.Formats.Tables;

/// <summary>Reads and writes files in the libsvm (svmlight) format: one example a line, its label and the features that are not 0.</summary>
public static class LibsvmFile
{
    /// <summary>Loads a file into dense arrays. Comments (<c># …</c>) and empty lines are passed over.</summary>
    /// <param name="path">The file.</param>
    /// <param name="featureCount">The width of the result; null for the greatest feature that occurs. Give it where training and test files must agree.</param>
    /// <param name="zeroBased">Whether features are counted from 0 or from 1; null looks whether a feature 0 occurs.</param>
    /// <exception cref="FileFormatException">
    /// A line is no example, features do not ascend, a feature is beyond <paramref name="featureCount"/>, or without that one feature's number would make
    /// the dense array enormous.
    /// </exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static LibsvmData Load(string path, int? featureCount = null, bool? zeroBased = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (featureCount is { } count)
            ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(featureCount));
        return new LibsvmReader(path).Read(featureCount, zeroBased);
    }

    /// <summary>Writes examples; features that are 0 are left out. The file appears whole or not at all.</summary>
    /// <param name="path">The file; one of that name is replaced.</param>
    /// <param name="x">The features, [examples, features].</param>
    /// <param name="y">The labels, [examples].</param>
    /// <param name="queryIds">The groups of a ranking, one an example; null for none.</param>
    /// <param name="zeroBased">Whether features are counted from 0; by default from 1, as libsvm does.</param>
    /// <exception cref="ArgumentException">The shapes do not fit together.</exception>
    public static void Save(string path, NDArray x, NDArray y, IReadOnlyList<long?>? queryIds = null, bool zeroBased = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        if (x.ndim != 2 || y.ndim != 1 || y.shape[0] != x.shape[0] || (queryIds is not null && queryIds.Count != y.size))
            throw new ArgumentException(
                $"Expected x [examples, features], y [examples] and as many query ids, got [{string.Join(", ", x.shape)}], [{string.Join(", ", y.shape)}] and {queryIds?.Count}."
            );
        AtomicFile.Write(path, (Stream stream) => LibsvmWriter.Write(stream, x, y, queryIds, zeroBased ? 0 : 1));
    }
}
