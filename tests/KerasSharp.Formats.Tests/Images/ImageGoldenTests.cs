using KerasSharp.Formats.Images;
using KerasSharp.Testing;
using NumSharp;

namespace KerasSharp.Formats.Tests.Images;

/// <summary>Images as Keras's load_img (Pillow) and TensorFlow's decode_image gave them.</summary>
public sealed class ImageGoldenTests
{
    private static readonly Dictionary<string, int> Modes = new()
    {
        ["load_img_grayscale"] = 1,
        ["load_img_rgb"] = 3,
        ["load_img_rgba"] = 4,
    };

    private static IEnumerable<TestCaseData> DecodeCases =>
        GoldenFamily
            .TestCases("preprocessing", "decode_image")
            .Where(test => ((GoldenCase)test.Arguments[0]!).Json.TryGetProperty("files", out _));

    /// <summary>Those of load_img that resize nothing.</summary>
    private static IEnumerable<TestCaseData> LoadCases =>
        GoldenFamily
            .TestCases("preprocessing", "load_img")
            .Where(test =>
                ((GoldenCase)test.Arguments[0]!).Json is var json
                && json.TryGetProperty("files", out _)
                && !json.GetProperty("args").TryGetProperty("target_size", out _)
            );

    private static IEnumerable<TestCaseData> SaveCases =>
        GoldenFamily.TestCases("preprocessing", "save_img").Where(test => ((GoldenCase)test.Arguments[0]!).Has("read_back"));

    [TestCaseSource(nameof(DecodeCases))]
    public void Decodes(GoldenCase golden)
    {
        byte[] file = Content(golden);
        double tolerance = golden.AbsoluteTolerance(0);
        foreach (string name in golden.ArrayNames)
        {
            bool isPillow = Modes.TryGetValue(name, out int channels);
            var options = new ImageOptions
            {
                Conventions = isPillow ? ImageConventions.Pillow : ImageConventions.TensorFlow,
                Channels =
                    isPillow ? channels
                    : int.TryParse(name.Split('_')[^1], out int asked) && asked > 0 ? asked
                    : null,
            };
            var actual = name.EndsWith("_frames")
                ? ImageFile.ReadFrames(file, golden.Name, options)
                : ImageFile.Read(file, golden.Name, options);
            AssertPixels(golden.Array(name), actual, isPillow ? 0 : tolerance, $"{golden} {name}");
        }
    }

    [TestCaseSource(nameof(LoadCases))]
    public void Loads(GoldenCase golden)
    {
        string mode = golden.Json.GetProperty("args").TryGetProperty("color_mode", out var given) ? given.GetString()! : "rgb";
        var actual = ImageFile.Read(Content(golden), golden.Name, new ImageOptions { Channels = Modes["load_img_" + mode] });
        AssertPixels(golden.Array("output_0"), actual, 0, golden.ToString());
    }

    /// <summary>What Keras saved without loss and read back is what is written and read here.</summary>
    [TestCaseSource(nameof(SaveCases))]
    public void SavesWhatKerasSaves(GoldenCase golden)
    {
        var pixels = golden.Array("read_back");
        var image = pixels.ToNDArray();
        var actual = ImageFile.Read(ImageWriter.EncodePng(image), golden.Name);
        Assert.That(actual.ToArray<byte>(), Is.EqualTo(image.ToArray<byte>()));
        Assert.That(actual.shape, Is.EqualTo(pixels.Shape.Count() == 2 ? [.. pixels.Shape, 1] : pixels.Shape));
    }

    private static byte[] Content(GoldenCase golden) =>
        golden.ReadFile($"{golden.Name}.files/{golden.Json.GetProperty("files")[0].GetString()}");

    private static void AssertPixels(GoldenArray expected, NDArray actual, double tolerance, string what)
    {
        Closeness.AssertClose(expected, actual, 0, tolerance, what);
        double[] wanted = expected.ToDoubles();
        double mean = actual.ToArray<byte>().Zip(wanted, (came, want) => Math.Abs(came - want)).Average();
        // The bound that the recorded JPEG cases state.
        Assert.That(mean, Is.LessThan(1.5), what);
    }
}
