using System.Text.Json;
using KerasSharp.Formats.Cifar;
using KerasSharp.Testing;
using NumSharp;

namespace KerasSharp.Formats.Tests.Cifar;

/// <summary>The files of CIFAR that Python wrote.</summary>
public sealed class CifarGoldenTests
{
    private static IEnumerable<TestCaseData> Cases => GoldenFamily.TestCases("files", "cifar");

    private static IEnumerable<TestCaseData> LoadBatchCases =>
        GoldenFamily.TestCases("preprocessing", "cifar10.load_batch", "cifar100.load_batch");

    [TestCaseSource(nameof(Cases))]
    public void Reads(GoldenCase golden)
    {
        using var files = golden.ExtractFiles();
        string path = files[golden.Json.GetProperty("file").GetString()!];
        if (golden.Json.TryGetProperty("error", out _))
        {
            Assert.That(() => Read(golden, path), Throws.TypeOf<FileFormatException>().With.Message.Contains(path));
            return;
        }
        var batch = Read(golden, path);
        var labels = golden.Json.TryGetProperty("entries", out var entries) ? entries : golden.Json;
        bool isFine = batch.Kind == CifarKind.Cifar100;
        AssertLabels(Numbers(labels, isFine ? "fine_labels" : "labels"), batch.Labels, isFine);
        if (isFine)
            AssertLabels(Numbers(labels, "coarse_labels"), batch.CoarseLabels!, isFine);
        else
            Assert.That(batch.CoarseLabels, Is.Null);
        AssertImages(golden.Array("data"), batch.Images);
    }

    [TestCaseSource(nameof(LoadBatchCases))]
    public void ReadsWhatKerasReads(GoldenCase golden)
    {
        string path = Path.GetTempFileName();
        File.WriteAllBytes(path, golden.ReadFile($"{golden.Name}.files/{golden.Json.GetProperty("files")[0].GetString()}"));
        var batch = CifarFile.ReadPickle(path);
        File.Delete(path);
        bool isCoarse = golden.Json.GetProperty("args").GetProperty("label_key").GetString() == "coarse_labels";
        AssertLabels(Numbers(golden.Json, "labels"), isCoarse ? batch.CoarseLabels! : batch.Labels, batch.Kind == CifarKind.Cifar100);
        Closeness.AssertSame(golden.Array("x_channels_last"), batch.Images.ToArray<byte>(), batch.Images.shape, golden.Name);
    }

    private static CifarBatch Read(GoldenCase golden, string path) =>
        golden.Json.GetProperty("format").GetString() == "cifar-pickle"
            ? CifarFile.ReadPickle(path)
            : CifarFile.ReadBinary(path, golden.Json.TryGetProperty("labels", out _) ? CifarKind.Cifar10 : CifarKind.Cifar100);

    private static long[] Numbers(JsonElement json, string key) =>
        [.. json.GetProperty(key).EnumerateArray().Select(label => label.GetInt64())];

    private static void AssertLabels(long[] expected, NDArray labels, bool isLong)
    {
        Assert.That(labels.dtype, Is.EqualTo(isLong ? typeof(long) : typeof(byte)));
        Assert.That(labels.shape, Is.EqualTo(new long[] { expected.Length, 1 }));
        Assert.That(labels.astype(typeof(long)).ToArray<long>(), Is.EqualTo(expected));
    }

    private static void AssertImages(GoldenArray planes, NDArray images)
    {
        int count = (int)planes.Shape[0];
        Assert.That(images.shape, Is.EqualTo(new long[] { count, 32, 32, 3 }));
        var expected = planes.ToNDArray().reshape(count, 3, 32, 32).transpose([0, 2, 3, 1]);
        Assert.That(images.ToArray<byte>(), Is.EqualTo(np.ascontiguousarray(expected).ToArray<byte>()));
    }
}
