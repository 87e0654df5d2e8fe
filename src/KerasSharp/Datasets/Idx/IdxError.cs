namespace KerasSharp.Datasets.Idx;

/// <summary>The one form of what is said about a bad idx file.</summary>
internal static class IdxError
{
    public static InvalidDataException At(string name, long offset, string expected, string got, Exception? inner = null) =>
        new(
            $"'{name}' is truncated or corrupt: at byte {offset} of its uncompressed content expected {expected}, got {got}. "
                + "Delete the file and get it again.",
            inner
        );
}
