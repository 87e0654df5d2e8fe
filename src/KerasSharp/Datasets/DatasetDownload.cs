namespace KerasSharp.Datasets;

/// <summary>A file to download.</summary>
/// <param name="Address">Where it is.</param>
/// <param name="CachePath">Where it goes, relative to <c>datasets/</c> in the cache.</param>
/// <param name="Sha256">SHA-256 of the content, uncompressed where the file is a gzip file; lower-case hexadecimal.</param>
internal sealed record DatasetDownload(Uri Address, string CachePath, string Sha256);
