using KerasSharp.Datasets;
using KerasSharp.Datasets.Sources;
using KerasSharp.Testing;

namespace KerasSharp.Tests.Datasets;

[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[NonParallelizable]
public sealed class DatasetLoaderTests : IDisposable
{
    private readonly List<string> _log = [];
    private readonly TemporaryFolder _folder = new();
    private readonly string? _offline = Environment.GetEnvironmentVariable(DatasetLoader.OfflineVariable);

    public DatasetLoaderTests() => Environment.SetEnvironmentVariable(DatasetLoader.OfflineVariable, null);

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(DatasetLoader.OfflineVariable, _offline);
        _folder.Dispose();
    }

    [Test]
    public void MnistsSourcesStandInOrder() =>
        Assert.That(
            SourceTypes(KnownDatasets.Mnist, Options()),
            Is.EqualTo(
                new[] { typeof(CacheSource), typeof(NpzSource), typeof(DownloadSource), typeof(NpmPackageSource), typeof(EmbeddedSource) }
            )
        );

    [Test]
    public void FashionMnistsSourcesStandInOrder() =>
        Assert.That(
            SourceTypes(KnownDatasets.FashionMnist, Options()),
            Is.EqualTo(new[] { typeof(CacheSource), typeof(DownloadSource), typeof(SystemPackageSource), typeof(EmbeddedSource) })
        );

    [Test]
    public void OptionsForbidSources()
    {
        var options = Options() with { AllowDownload = false };
        Assert.That(SourceTypes(KnownDatasets.Mnist, options), Does.Not.Contain(typeof(DownloadSource)));
        Assert.That(SourceTypes(KnownDatasets.Mnist, options), Does.Contain(typeof(NpmPackageSource)));
        options = Options() with { AllowPackages = false };
        Assert.That(SourceTypes(KnownDatasets.Mnist, options), Does.Contain(typeof(DownloadSource)));
        Assert.That(SourceTypes(KnownDatasets.Mnist, options), Does.Not.Contain(typeof(NpmPackageSource)));
    }

    [Test]
    public void TheEnvironmentForbidsDownloadsAndPackages()
    {
        Environment.SetEnvironmentVariable(DatasetLoader.OfflineVariable, "1");
        Assert.That(
            SourceTypes(KnownDatasets.Mnist, Options()),
            Is.EqualTo(new[] { typeof(CacheSource), typeof(NpzSource), typeof(EmbeddedSource) })
        );
    }

    [Test]
    public void TheFirstSourceThatHasTheSetIsUsedAndSaid()
    {
        SmallDataset.WriteTo(_folder, true, "datasets", "small");
        var data = DatasetLoader.Load(SmallDataset.Description, Options());
        SmallDataset.AssertLoaded(data);
        Assert.That(_log.Single(), Is.EqualTo($"Small: 3 training and 2 test images from the cache {_folder.File("datasets", "small")}"));
    }

    [Test]
    public void NoSourceIsAnErrorWithEveryReason()
    {
        IDatasetSource[] sources = [new Nothing("no cake"), new Nothing("no bread")];
        var error = Assert.Throws<InvalidOperationException>(() => DatasetLoader.Load("Small", sources, _log.Add));
        Assert.That(error!.Message, Does.Contain("no cake").And.Contain("no bread"));
    }

    [Test]
    public void ACorruptCacheIsReportedAndTheNextSourceUsed()
    {
        foreach (var file in KnownDatasets.Mnist.Files)
        {
            _folder.Write([0, 0, 8], "datasets", "mnist", file.Name);
        }

        var ((x, _), _) = Mnist.LoadData(Options() with { AllowDownload = false, AllowPackages = false });

        Assert.That(x.shape[0], Is.EqualTo(2000));
        Assert.That(_log, Has.Count.EqualTo(2));
        Assert.That(_log[0], Does.Contain("train-images-idx3-ubyte").And.Contain("expected").And.Contain("got"));
        Assert.That(_log[1], Does.Contain("2,000 training").And.Contain("ships with KerasSharp").And.Contain("is bad"));
    }

    private DatasetOptions Options() => new() { CacheDirectory = _folder.Path, Log = _log.Add };

    private static Type[] SourceTypes(DatasetDescription description, DatasetOptions options) =>
        [.. DatasetLoader.Sources(description, options, options.Log!).Select(source => source.GetType())];

    private sealed class Nothing(string reason) : IDatasetSource
    {
        public SourceResult TryLoad() => SourceResult.Missing(reason);
    }
}
