using System.Net;
using System.Net.Sockets;
using System.Text;

namespace KerasSharp.Tests.Datasets;

/// <summary>Answers every request on the loopback address with one content, or with 404 where there is none.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly byte[] _answer;
    private readonly Task _loop;

    public LoopbackServer(byte[]? content, int declaredExtra = 0)
    {
        var head = content is null
            ? "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            : $"HTTP/1.1 200 OK\r\nContent-Length: {content.Length + declaredExtra}\r\nConnection: close\r\n\r\n";
        _answer = [.. Encoding.ASCII.GetBytes(head), .. content ?? []];
        _listener.Start();
        _loop = Task.Run(ServeAsync);
    }

    public int Requests { get; private set; }

    public Uri Address(string file) => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/{file}");

    public void Dispose()
    {
        _listener.Stop();
        _loop.Wait(TimeSpan.FromSeconds(5));
        _listener.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                Requests++;
                using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
                while (!string.IsNullOrEmpty(await reader.ReadLineAsync())) { }

                await client.GetStream().WriteAsync(_answer);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The listener was stopped.
        }
    }
}
