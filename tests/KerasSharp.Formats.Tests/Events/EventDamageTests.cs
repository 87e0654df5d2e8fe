using KerasSharp.Formats.Events;
using KerasSharp.Testing;

namespace KerasSharp.Formats.Tests.Events;

/// <summary>Damaged event files are read or refused, and nothing else.</summary>
public sealed class EventDamageTests
{
    private static byte[][] Files() =>
        [
            .. from golden in EventCases.Logs
            from file in EventCases.EventFiles(golden)
            select golden.ReadFile($"{golden.Json.GetProperty("logs").GetString()}/{file}"),
        ];

    /// <summary>Reads everything that an event file holds.</summary>
    private static void ReadAll(string path)
    {
        foreach (var next in EventFileReader.Read(path))
        foreach (var value in next.Values)
            _ = (value.Metadata, value.Scalar, value.Tensor, value.Histogram, value.Image, value.Audio);
    }

    private static void AssertReadOrRefused(IEnumerable<byte[]> damaged, string what)
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.tfevents");
        foreach (var bytes in damaged)
        {
            File.WriteAllBytes(path, bytes);
            Damage.IsRefused<FileFormatException>(() => ReadAll(path), what);
        }
        File.Delete(path);
    }

    [Test]
    public void A_file_cut_off_anywhere_is_read_or_refused()
    {
        foreach (var file in Files())
            AssertReadOrRefused(Damage.Truncations(file), "cut off");
    }

    [Test]
    public void Mutants_are_read_or_refused()
    {
        var files = Files();
        for (int i = 0; i < files.Length; i++)
            AssertReadOrRefused(Damage.Mutants(files[i], Damage.MutantCount / files.Length + 1, seed: i), "mutant");
    }

    /// <summary>Checksums catch nearly all damage to a file, so what they protect is damaged too.</summary>
    [Test]
    public void Damaged_events_with_right_checksums_are_read_or_refused()
    {
        var events = Files().SelectMany(file => Records.TFRecordBytes.Of(file)).Where(record => record.Length < 5000).ToArray();
        for (int i = 0; i < events.Length; i++)
            AssertReadOrRefused(
                Damage
                    .Mutants(events[i], Damage.MutantCount / events.Length + 1, seed: i)
                    .Select(mutant => Records.TFRecordBytes.File([mutant])),
                "event"
            );
    }

    [Test]
    public void Damaged_configurations_of_the_projector_are_read_or_refused()
    {
        var folder = Directory.CreateTempSubdirectory("kerassharp-projector-").FullName;
        var path = Path.Combine(folder, "projector_config.pbtxt");
        EmbeddingProjector.Write(
            folder,
            [
                new ProjectedEmbedding("a/b")
                {
                    MetadataPath = "m.tsv",
                    SpritePath = "s.png",
                    SpriteSize = (8, 9),
                },
            ]
        );
        var whole = File.ReadAllBytes(path);
        Assert.That(EmbeddingProjector.Read(folder).Single().SpriteSize, Is.EqualTo((8, 9)));
        foreach (var bytes in Damage.Mutants(whole, Damage.MutantCount).Concat(Damage.Truncations(whole)))
        {
            File.WriteAllBytes(path, bytes);
            Damage.IsRefused<FileFormatException>(() => EmbeddingProjector.Read(folder), "projector");
        }
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public void A_damaged_event_is_named_by_file_and_place()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.tfevents");
        var file = Files()[0];
        file[^1] ^= 1;
        File.WriteAllBytes(path, file);
        var read = new List<LogEvent>();
        var error = Assert.Throws<FileFormatException>(() => read.AddRange(EventFileReader.Read(path, allowTornEnd: true)))!;
        Assert.That(error.File, Is.EqualTo(path));
        Assert.That(error.Place, Does.Match(@"^record \d+ at byte \d+$"));
        File.Delete(path);
    }
}
