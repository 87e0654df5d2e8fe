using System.Text;

namespace KerasSharp.Formats.Pickle;

/// <summary>Bytes of a pickle that are not copied out of it before somebody needs them: Python's <c>bytes</c>, or the <c>str</c> of Python 2.</summary>
/// <param name="content">The bytes.</param>
/// <param name="isText">Whether they are given to the caller as a string.</param>
internal sealed class PickledBytes(ReadOnlyMemory<byte> content, bool isText)
{
    private object? value;

    /// <summary>The bytes.</summary>
    public ReadOnlyMemory<byte> Content => content;

    /// <summary>What the caller gets: a string or an array of bytes, the same one each time.</summary>
    public object Value => value ??= isText ? Text : content.ToArray();

    /// <summary>The bytes as Latin-1 text.</summary>
    public string Text => Encoding.Latin1.GetString(content.Span);
}
