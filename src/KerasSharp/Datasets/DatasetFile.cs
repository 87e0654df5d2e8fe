namespace KerasSharp.Datasets;

/// <summary>One file of a data set.</summary>
/// <param name="Name">The file name without <c>.gz</c>.</param>
/// <param name="Sha256">SHA-256 of the content, uncompressed where the file is a gzip file; lower-case hexadecimal.</param>
internal sealed record DatasetFile(string Name, string Sha256);
