namespace KerasSharp.Datasets;

/// <summary>Downloads one file; gives up after a few seconds without an answer.</summary>
internal static class Downloader
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(4);

    /// <summary>The longest wait for the first answer and between two pieces of the body.</summary>
    private static readonly TimeSpan StallTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Downloads to a file that does not exist yet.</summary>
    /// <exception cref="HttpRequestException">No connection, or an answer other than success.</exception>
    /// <exception cref="TimeoutException">Nothing came for too long.</exception>
    /// <exception cref="IOException">The connection broke, or the file cannot be written.</exception>
    public static void Download(Uri address, string path, DownloadProgress progress)
    {
        using var stall = new CancellationTokenSource();
        try
        {
            // On the pool, so that a caller with a synchronisation context cannot deadlock.
            Task.Run(() => DownloadAsync(address, path, progress, stall)).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException e)
        {
            throw new TimeoutException($"no answer from {address.Host}", e);
        }
    }

    private static async Task DownloadAsync(Uri address, string path, DownloadProgress progress, CancellationTokenSource stall)
    {
        using var handler = new SocketsHttpHandler { ConnectTimeout = ConnectTimeout };
        using var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        stall.CancelAfter(StallTimeout);
        using var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, stall.Token).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        await using var body = await response.Content.ReadAsStreamAsync(stall.Token).ConfigureAwait(false);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        progress.Start();
        var buffer = new byte[1 << 16];
        long received = 0;
        while (true)
        {
            stall.CancelAfter(StallTimeout);
            var read = await body.ReadAsync(buffer, stall.Token).ConfigureAwait(false);
            if (read == 0)
            {
                break;
            }

            await file.WriteAsync(buffer.AsMemory(0, read), CancellationToken.None).ConfigureAwait(false);
            received += read;
            progress.Update(received, response.Content.Headers.ContentLength);
        }

        progress.Finish(received);
    }
}
