namespace KerasSharp.Formats.Archives;

/// <summary>What an entry of an archive is.</summary>
internal enum ArchiveEntryKind
{
    /// <summary>A file.</summary>
    File,

    /// <summary>A folder.</summary>
    Folder,

    /// <summary>A link by a path relative to its own folder.</summary>
    SymbolicLink,

    /// <summary>A second name of an entry, given from the archive's root.</summary>
    HardLink,
}
