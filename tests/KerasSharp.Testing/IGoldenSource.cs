namespace KerasSharp.Testing;

/// <summary>A place that holds a family's cases: an archive or a folder.</summary>
internal interface IGoldenSource
{
    /// <summary>The place's path, for messages.</summary>
    string Location { get; }

    /// <summary>The names of all files, <c>NAME.json</c> and <c>NAME.npz</c>.</summary>
    IEnumerable<string> Files { get; }

    /// <summary>A file's bytes, or null where there is none of that name. Safe for several threads.</summary>
    byte[]? Read(string file);
}
