using KerasSharp.Formats.Pickle;
using KerasSharp.Testing;

namespace KerasSharp.Formats.Tests.Pickle;

/// <summary>Damaged pickles: each is read or refused as a file, never anything else.</summary>
public sealed class PickleDamageTests
{
    private static IEnumerable<GoldenCase> Cases =>
        GoldenFamily
            .Load("files")
            .Cases.Where(golden => golden.Json.TryGetProperty("format", out var format) && format.GetString() == "cifar-pickle");

    [Test]
    public void EveryTruncationIsRefused()
    {
        foreach (var golden in Cases)
        foreach (byte[] damaged in Damage.Truncations(Content(golden)))
            Assert.That(
                Damage.IsRefused<FileFormatException>(() => PickleFile.Read(damaged, "cut"), $"{golden} cut to {damaged.Length}"),
                golden.Name
            );
    }

    [Test]
    public void MutantsAreReadOrRefused()
    {
        var cases = Cases.ToArray();
        int refused = 0;
        foreach (var golden in cases)
        {
            int number = 0;
            // Most of these files is pixels, whose damage nobody can see: the instructions around them are damaged instead.
            byte[] content = Content(golden);
            byte[] ends = content.Length < 1200 ? content : [.. content[..600], .. content[^600..]];
            foreach (byte[] file in (byte[][])[content, ends])
            foreach (byte[] damaged in Damage.Mutants(file, Damage.MutantCount / (2 * cases.Length) + 1))
                refused += Damage.IsRefused<FileFormatException>(() => PickleFile.Read(damaged, "mutant"), $"{golden}, mutant {number++}")
                    ? 1
                    : 0;
        }
        Assert.That(refused, Is.Positive);
    }

    private static byte[] Content(GoldenCase golden) => golden.ReadFile(golden.Json.GetProperty("file").GetString()!);
}
