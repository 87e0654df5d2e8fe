using System.Collections;
using System.Numerics;

namespace KerasSharp.Formats.Pickle;

/// <summary>The keys of dictionaries: numbers, texts, bytes, and tuples of these.</summary>
internal static class PickleKeys
{
    /// <summary>Keys are hashed each time they are used, and one may be used by every instruction of a long pickle: long ones would take for ever.</summary>
    private const int MaximumLength = 4096;
    private const int MaximumTuple = 16;

    /// <summary>Equal by content, arrays too.</summary>
    public static IEqualityComparer<object> Comparer { get; } = new ContentComparer();

    /// <summary>A value as a key.</summary>
    public static object Of(object? value, PickleReader reader) =>
        value is object?[] tuple && tuple.Length <= MaximumTuple
            ? Array.ConvertAll(tuple, item => (object?)Scalar(item, reader))
            : Scalar(value, reader);

    private static object Scalar(object? value, PickleReader reader) =>
        value switch
        {
            bool or long or double or BigInteger => value,
            string { Length: <= MaximumLength } => value,
            PickledBytes { Content.Length: <= MaximumLength } bytes => bytes.Value,
            _ => throw reader.Error(
                $"expected a dictionary's key to be a number, a text or bytes up to {MaximumLength}, or a tuple of up to {MaximumTuple} of these; got {PickleText.Kind(value)}."
            ),
        };

    private sealed class ContentComparer : IEqualityComparer<object>
    {
        private static readonly IEqualityComparer Structural = StructuralComparisons.StructuralEqualityComparer;

        public new bool Equals(object? x, object? y) => Structural.Equals(x, y);

        public int GetHashCode(object key) =>
            key switch
            {
                byte[] bytes => Hash(bytes),
                object?[] items => items.Aggregate(items.Length, (hash, item) => HashCode.Combine(hash, GetHashCode(item!))),
                _ => key.GetHashCode(),
            };

        private static int Hash(byte[] bytes)
        {
            var hash = new HashCode();
            hash.AddBytes(bytes);
            return hash.ToHashCode();
        }
    }
}
