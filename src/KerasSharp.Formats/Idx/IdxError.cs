namespace KerasSharp.Formats.Idx;

/// <summary>The form of what is said about a bad idx file.</summary>
internal static class IdxError
{
    public static FileFormatException At(string name, long offset, string expected, string got, Exception? inner = null) =>
        At(name, offset, $"expected {expected}, got {got}.", inner);

    public static FileFormatException At(string name, long offset, string problem, Exception? inner = null) =>
        new(
            name,
            $"byte {offset} of its uncompressed content",
            $"truncated or corrupt: {problem} Delete the file and get it again.",
            inner
        );
}
