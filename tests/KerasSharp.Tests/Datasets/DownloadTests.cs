using System.Net;
using System.Net.Sockets;
using KerasSharp.Datasets;
using KerasSharp.Datasets.Sources;
using KerasSharp.Formats.Idx;
using KerasSharp.Testing;

namespace KerasSharp.Tests.Datasets;

[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class DownloadTests : IDisposable
{
    private static readonly byte[] Labels = IdxBytes.Labels(7, 8, 9);
    private readonly List<string> _log = [];
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Test]
    public void BringsTheFileIntoTheCacheOnce()
    {
        using var server = new LoopbackServer(IdxBytes.Gzip(Labels));
        Assert.That(Try(server.Address("f.gz")), Is.EqualTo("read"));
        Assert.That(Try(server.Address("f.gz")), Is.EqualTo("read"));

        Assert.That(IdxFile.Load(Target).ToArray<byte>(), Is.EqualTo(new byte[] { 7, 8, 9 }));
        Assert.That(server.Requests, Is.EqualTo(1));
        Assert.That(_log.Single(), Is.EqualTo($"Downloading data from {server.Address("f.gz")}"));
    }

    [Test]
    public void ReplacesACorruptFile()
    {
        _folder.Write([0x1F, 0x8B, 1], "datasets", "f.gz");
        using var server = new LoopbackServer(IdxBytes.Gzip(Labels));
        Assert.That(Try(server.Address("f.gz")), Is.EqualTo("read"));
        Assert.That(IdxFile.Load(Target).size, Is.EqualTo(3));
    }

    [Test]
    public void AnotherContentIsNotKept()
    {
        using var server = new LoopbackServer("<html>log in</html>"u8.ToArray());
        Assert.That(Try(server.Address("f.gz")), Does.StartWith("download failed").And.Contain("SHA-256"));
        Assert.That(Directory.GetFiles(_folder.File("datasets")), Is.Empty);
    }

    [Test]
    public void ABrokenConnectionLeavesNothing()
    {
        using var server = new LoopbackServer(IdxBytes.Gzip(Labels), declaredExtra: 100);
        Assert.That(Try(server.Address("f.gz")), Does.StartWith("download failed"));
        Assert.That(Directory.GetFiles(_folder.File("datasets")), Is.Empty);
    }

    [Test]
    public void AnAnswerOtherThanSuccessIsSaid()
    {
        using var server = new LoopbackServer(null);
        Assert.That(Try(server.Address("f.gz")), Does.StartWith("download failed").And.Contain("404"));
    }

    [Test]
    public void NoServerIsSaid()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        Assert.That(Try(new Uri($"http://127.0.0.1:{port}/f.gz")), Does.StartWith("download failed"));
    }

    [Test]
    public void ProgressIsOneLineWhenRedirected()
    {
        var writer = new StringWriter();
        var clock = new ManualClock();
        var progress = new DownloadProgress(writer, interactive: false, clock);
        progress.Start();
        progress.Update(50, 100);
        clock.Advance(TimeSpan.FromMilliseconds(200));
        progress.Finish(100);
        Assert.That(writer.ToString().TrimEnd(), Is.EqualTo($"100/100 {new string('━', 20)} 0s 2ms/step"));
    }

    [Test]
    public void ProgressIsABarOnATerminal()
    {
        var writer = new StringWriter();
        var clock = new ManualClock();
        var progress = new DownloadProgress(writer, interactive: true, clock);
        progress.Start();
        clock.Advance(TimeSpan.FromMilliseconds(49));
        progress.Update(49, 100);
        clock.Advance(TimeSpan.FromMilliseconds(1));
        progress.Update(50, 100);
        progress.Update(51, 100);
        var half = new string('━', 10);
        Assert.That(writer.ToString(), Is.EqualTo($"\r\e[2K\e[1m 50/100\e[0m \e[32m{half}\e[0m\e[37m{half}\e[0m 0s"));
    }

    private string Target => _folder.File("datasets", "f.gz");

    private string Try(Uri address)
    {
        var download = new DatasetDownload(address, "f.gz", SmallDataset.Sha256(Labels));
        var cache = new DatasetCache(_folder.Path, _log.Add);
        var source = new DownloadSource([download], cache, new Reader(), DownloadProgress.Silent(), _log.Add);
        return source.TryLoad().Detail;
    }

    private sealed class Reader : IDatasetSource
    {
        public SourceResult TryLoad() => SourceResult.Missing("read");
    }
}
