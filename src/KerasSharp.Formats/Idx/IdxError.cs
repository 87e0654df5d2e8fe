namespace KerasSharp.Formats.Idx;

/// <summary>The one form of what is said about a bad idx file.</summary>
internal static class IdxError
{
    public static FileFormatException At(string name, long offset, string expected, string got, Exception? inner = null) =>
        new(
            name,
            $"byte {offset} of its uncompressed content",
            $"truncated or corrupt: expected {expected}, got {got}. Delete the file and get it again.",
            inner
        );
}
