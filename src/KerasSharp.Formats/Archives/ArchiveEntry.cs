namespace KerasSharp.Formats.Archives;

/// <summary>One entry of an archive, as it says itself; its name has not been judged.</summary>
/// <param name="Name">The name with <c>/</c> between its parts.</param>
/// <param name="Kind">What it is.</param>
/// <param name="LinkTarget">What a link refers to; empty for other kinds.</param>
/// <param name="Content">A file's bytes, to be read before the next entry is asked for.</param>
internal sealed record ArchiveEntry(string Name, ArchiveEntryKind Kind, string LinkTarget, Stream Content);
