namespace KerasSharp.Formats.Pickle;

/// <summary>What the <c>str</c> of Python 2, which may be text or any bytes, becomes.</summary>
public enum Python2Strings
{
    /// <summary>A string of the characters 0 to 255.</summary>
    Latin1,

    /// <summary>An array of bytes.</summary>
    Bytes,
}
