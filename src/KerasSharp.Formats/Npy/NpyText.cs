using System.Runtime.InteropServices;
using System.Text;

namespace KerasSharp.Formats.Npy;

/// <summary>Strings as NumPy stores them: 32-bit characters or bytes, filled up with zeros to one length.</summary>
internal static class NpyText
{
    private const uint LastCharacter = 0x10FFFF;

    /// <summary>The offset of the first 32-bit character that Unicode lacks, or -1.</summary>
    public static int FindInvalid(ReadOnlySpan<byte> characters)
    {
        var at = MemoryMarshal.Cast<byte, uint>(characters).IndexOfAnyExceptInRange(0u, LastCharacter);
        return at < 0 ? -1 : at * sizeof(uint);
    }

    /// <summary>A string from 32-bit characters without the zeros at its end; lone surrogates stay as they are.</summary>
    public static string FromCharacters(ReadOnlySpan<byte> element)
    {
        var characters = MemoryMarshal.Cast<byte, uint>(element).TrimEnd(0u);
        var text = new StringBuilder(characters.Length);
        foreach (var character in characters)
            if (character <= char.MaxValue)
                text.Append((char)character);
            else
                text.Append(char.ConvertFromUtf32((int)character));
        return text.ToString();
    }

    /// <summary>The 32-bit characters of a string.</summary>
    public static uint[] ToCharacters(string text)
    {
        var characters = new List<uint>(text.Length);
        for (var i = 0; i < text.Length; i++)
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                characters.Add((uint)char.ConvertToUtf32(text[i], text[++i]));
            else
                characters.Add(text[i]);
        return [.. characters];
    }
}
