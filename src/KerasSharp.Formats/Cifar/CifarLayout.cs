namespace KerasSharp.Formats.Cifar;

/// <summary>Which files a published archive has, and how they are read.</summary>
/// <param name="Train">The names of the files to train with, in their order.</param>
/// <param name="Test">The name of the file to test with.</param>
/// <param name="Read">Reads one of them, given its bytes and its name for errors.</param>
internal sealed record CifarLayout(string[] Train, string Test, Func<ReadOnlyMemory<byte>, string, CifarRecords> Read)
{
    /// <summary>All names.</summary>
    public IEnumerable<string> Names => [.. Train, Test];
}
