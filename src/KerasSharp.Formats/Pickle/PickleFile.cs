namespace KerasSharp.Formats.Pickle;

/// <summary>
/// Reads pickles of Python, protocols 0 to 5, without running anything: plain data and NumPy's arrays are read, whatever else a pickle names is refused.
/// </summary>
/// <remarks>
/// What comes: null, bool, <see cref="long"/> (<see cref="System.Numerics.BigInteger"/> over its range), <see cref="double"/>, <see cref="string"/>, an array of
/// bytes, <c>List&lt;object?&gt;</c> for a list, <c>object?[]</c> for a tuple, <c>Dictionary&lt;object, object?&gt;</c> for a dict (keys compare by content, byte
/// arrays too), <see cref="PickledArray"/> for an array. What is one object in Python in several places is one object here; nothing contains itself.
/// </remarks>
public static class PickleFile
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The file, up to 2 GB.</param>
    /// <param name="options">Limits and strings; the defaults if null.</param>
    /// <exception cref="FileFormatException">The file is no pickle, is damaged, asks for more than the limits, or names something that is not data.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static object? Read(string path, PickleOptions? options = null) => Read(File.ReadAllBytes(path), path, options);

    /// <summary>Reads a pickle in memory.</summary>
    /// <param name="content">The pickle; what follows its end is not looked at.</param>
    /// <param name="name">Its name, for errors.</param>
    /// <param name="options">Limits and strings; the defaults if null.</param>
    /// <exception cref="FileFormatException">As for a file.</exception>
    public static object? Read(ReadOnlyMemory<byte> content, string name, PickleOptions? options = null)
    {
        var reader = new PickleReader(content, name);
        options ??= PickleOptions.Default;
        return new PickleResult(reader, options).Finish(new PickleMachine(reader, options).Run());
    }
}
