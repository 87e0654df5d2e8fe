using System.Security.Cryptography;
using KerasSharp.Datasets;
using KerasSharp.Testing;

namespace KerasSharp.Tests.Datasets;

/// <summary>A data set of three training and two test images, so that sources can be tried without the real one.</summary>
internal static class SmallDataset
{
    /// <summary>Training images, training labels, test images, test labels.</summary>
    public static byte[][] Contents { get; } =
    [IdxBytes.Images(3), IdxBytes.Labels(7, 8, 9), IdxBytes.Images(2, first: 100), IdxBytes.Labels(1, 2)];

    private static readonly string[] Names =
    [
        "train-images-idx3-ubyte",
        "train-labels-idx1-ubyte",
        "t10k-images-idx3-ubyte",
        "t10k-labels-idx1-ubyte",
    ];

    public static DatasetDescription Description { get; } =
        new()
        {
            Name = "Small",
            Folder = "small",
            Files = [.. Names.Zip(Contents, (name, content) => new DatasetFile(name, Sha256(content)))],
            Downloads = [],
        };

    public static string Sha256(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>Writes the four files, compressed or not.</summary>
    public static void WriteTo(TemporaryFolder folder, bool compressed, params string[] parts)
    {
        for (var i = 0; i < Names.Length; i++)
        {
            var content = compressed ? IdxBytes.Gzip(Contents[i]) : Contents[i];
            folder.Write(content, [.. parts, Names[i] + (compressed ? ".gz" : "")]);
        }
    }

    public static void AssertLoaded(DatasetArrays? data)
    {
        Assert.That(data, Is.Not.Null);
        var ((xTrain, yTrain), (xTest, yTest)) = data!.AsTuple();
        Assert.That(xTrain.shape, Is.EqualTo(new long[] { 3, 28, 28 }));
        Assert.That(xTest.shape, Is.EqualTo(new long[] { 2, 28, 28 }));
        Assert.That(xTest["1, 27, 27"].GetByte(), Is.EqualTo(101));
        Assert.That(yTrain.ToArray<byte>(), Is.EqualTo(new byte[] { 7, 8, 9 }));
        Assert.That(yTest.ToArray<byte>(), Is.EqualTo(new byte[] { 1, 2 }));
    }
}
