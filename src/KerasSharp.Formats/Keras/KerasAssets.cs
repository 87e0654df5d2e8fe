using System.Text;

namespace KerasSharp.Formats.Keras;

/// <summary>The files that layers keep beside their weights, such as vocabularies.</summary>
public sealed class KerasAssets
{
    private readonly SortedDictionary<string, Func<byte[]>> files;

    internal KerasAssets(IEnumerable<KeyValuePair<string, Func<byte[]>>> files) =>
        this.files = new(files.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>No assets.</summary>
    internal static KerasAssets None { get; } = new([]);

    /// <summary>The paths, such as <c>layers/string_lookup/vocabulary.txt</c>.</summary>
    public IReadOnlyCollection<string> Names => files.Keys;

    /// <summary>The bytes of a file; null where there is none.</summary>
    /// <exception cref="FileFormatException">The file is damaged.</exception>
    public byte[]? Find(string name) => files.TryGetValue(name, out var read) ? read() : null;

    /// <summary>The lines of a text file in UTF-8, as Keras keeps vocabularies; null where there is none.</summary>
    /// <exception cref="FileFormatException">The file is damaged.</exception>
    public string[]? FindLines(string name) => Find(name) is { } bytes ? Encoding.UTF8.GetString(bytes).Split('\n') : null;
}
