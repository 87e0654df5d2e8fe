using KerasSharp.Datasets;
using KerasSharp.Testing;
using NumSharp;

namespace KerasSharp.Tests.Datasets;

/// <summary>The embedded parts are the beginnings of the published sets: labels, class counts and pixel sums as known from them.</summary>
[TestFixture]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class EmbeddedDatasetTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly DatasetOptions _options;

    public EmbeddedDatasetTests() =>
        _options = new DatasetOptions
        {
            CacheDirectory = _folder.Path,
            AllowDownload = false,
            AllowPackages = false,
            Log = _ => { },
        };

    public void Dispose() => _folder.Dispose();

    [Test]
    public void MnistBeginsLikeThePublishedSet()
    {
        var ((xTrain, yTrain), (xTest, yTest)) = Mnist.LoadData(_options);
        AssertPart(xTrain, yTrain, [5, 0, 4, 1, 9, 2, 1, 3, 1, 4], [191, 220, 198, 191, 214, 180, 200, 224, 172, 210], 52050445);
        AssertPart(xTest, yTest, [7, 2, 1, 0, 4, 1, 4, 9, 5, 9], [85, 126, 116, 107, 110, 87, 87, 99, 89, 94], 24443134);
    }

    [Test]
    public void FashionMnistBeginsLikeThePublishedSet()
    {
        var ((xTrain, yTrain), (xTest, yTest)) = FashionMnist.LoadData(_options);
        AssertPart(xTrain, yTrain, [9, 0, 0, 3, 0, 2, 7, 2, 5, 5], [194, 216, 202, 195, 186, 200, 194, 215, 198, 200], 113529887);
        AssertPart(xTest, yTest, [9, 2, 1, 1, 6, 1, 4, 6, 5, 7], [107, 105, 111, 93, 115, 87, 97, 95, 95, 95], 58034149);
    }

    private static void AssertPart(NDArray x, NDArray y, byte[] first, int[] counts, long pixelSum)
    {
        var labels = y.ToArray<byte>();
        Assert.That(x.typecode, Is.EqualTo(NPTypeCode.Byte));
        Assert.That(x.shape, Is.EqualTo(new long[] { labels.Length, 28, 28 }));
        Assert.That(labels[..10], Is.EqualTo(first));
        Assert.That(Enumerable.Range(0, 10).Select(digit => labels.Count(label => label == digit)), Is.EqualTo(counts));
        Assert.That(x.flatten().ToArray<byte>().Sum(pixel => (long)pixel), Is.EqualTo(pixelSum));
    }
}
