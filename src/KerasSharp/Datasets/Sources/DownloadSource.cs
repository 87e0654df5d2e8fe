using KerasSharp.Formats;

namespace KerasSharp.Datasets.Sources;

/// <summary>Downloads the files into the cache and lets the cache's own source read them.</summary>
internal sealed class DownloadSource(
    IReadOnlyList<DatasetDownload> downloads,
    DatasetCache cache,
    IDatasetSource cached,
    DownloadProgress progress,
    Action<string> log
) : IDatasetSource
{
    /// <inheritdoc/>
    public SourceResult TryLoad()
    {
        foreach (var download in downloads)
        {
            try
            {
                Bring(download);
            }
            catch (Exception e) when (e is HttpRequestException or TimeoutException || DatasetFolder.IsFileError(e))
            {
                return SourceResult.Missing($"download failed: {e.Message}");
            }
        }

        return cached.TryLoad();
    }

    private void Bring(DatasetDownload download)
    {
        var path = Path.Combine(cache.Datasets, download.CachePath);
        if (IsGood(path, download))
        {
            return;
        }

        log($"Downloading data from {download.Address}");
        AtomicFile.Write(
            path,
            (string temporary) =>
            {
                Downloader.Download(download.Address, temporary, progress);
                Checksum.VerifyFile(temporary, download.Address.ToString(), download.Sha256);
            }
        );
    }

    private static bool IsGood(string path, DatasetDownload download)
    {
        try
        {
            if (!File.Exists(path))
            {
                return false;
            }

            Checksum.VerifyFile(path, path, download.Sha256);
            return true;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
