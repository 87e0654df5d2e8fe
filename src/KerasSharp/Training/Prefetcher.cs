using System.Threading.Channels;

namespace KerasSharp;

/// <summary>
/// Reads a sequence ahead on another thread, at most <see cref="Ahead"/> items. Its exception appears where the item would. To dispose it
/// cancels the reading and waits until it has ended, so nothing of it runs afterwards.
/// </summary>
internal sealed class Prefetcher<T> : IDisposable
{
    /// <summary>How many items wait at most.</summary>
    public const int Ahead = 4;

    private readonly Channel<T> channel = Channel.CreateBounded<T>(
        new BoundedChannelOptions(Ahead) { SingleReader = true, SingleWriter = true }
    );
    private readonly CancellationTokenSource stop;
    private readonly Task reading;

    /// <summary>Begins to read.</summary>
    /// <param name="open">Gives the sequence; its token is cancelled when the reading shall end.</param>
    /// <param name="cancellationToken">Ends the reading too.</param>
    public Prefetcher(Func<CancellationToken, IAsyncEnumerable<T>> open, CancellationToken cancellationToken)
    {
        stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        reading = Task.Run(() => Read(open));
    }

    /// <summary>The next item, waiting for it; false at the end.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public bool TryTake(out T item)
    {
        if (channel.Reader.TryRead(out item!))
            return true;
        return channel.Reader.WaitToReadAsync(stop.Token).AsTask().GetAwaiter().GetResult() && channel.Reader.TryRead(out item!);
    }

    /// <summary>Ends the reading and waits for it.</summary>
    public void Dispose()
    {
        stop.Cancel();
        reading.GetAwaiter().GetResult();
        stop.Dispose();
    }

    private async Task Read(Func<CancellationToken, IAsyncEnumerable<T>> open)
    {
        try
        {
            await foreach (var item in open(stop.Token).WithCancellation(stop.Token).ConfigureAwait(false))
            {
                await channel.Writer.WriteAsync(item, stop.Token).ConfigureAwait(false);
                stop.Token.ThrowIfCancellationRequested();
            }
            channel.Writer.Complete();
        }
        catch (Exception failure)
        {
            // The reader gets it; one that has gone does not want it.
            channel.Writer.Complete(failure);
        }
    }
}
