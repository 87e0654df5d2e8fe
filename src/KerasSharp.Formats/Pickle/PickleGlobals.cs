namespace KerasSharp.Formats.Pickle;

/// <summary>The only functions that a pickle may name: those by which NumPy's arrays and Python 3's bytes are written. Each makes data, written here anew.</summary>
/// <param name="reader">For errors, and the pickle's length.</param>
internal sealed class PickleGlobals(PickleReader reader)
{
    /// <summary>A pickle holds the bytes of its arrays; used twice they may grow, but not without end.</summary>
    private const int Growth = 4;

    private long bytes;

    /// <summary>The name, if it is one of those allowed.</summary>
    public PickleGlobal Find(string module, string name)
    {
        var global = new PickleGlobal(module.Replace("numpy._core.", "numpy.core.", StringComparison.Ordinal), name);
        return IsAllowed(global.ToString())
            ? global
            : throw reader.Error(
                $"the pickle names '{module}.{name}', which is refused: a pickle can make Python run anything, and only NumPy's arrays, dtypes and "
                    + "numbers and plain data are read here. Nothing was run. If you trust the file, read it in Python and save its data in another format."
            );
    }

    /// <summary>What one of the functions gives.</summary>
    public object? Call(object? function, object? arguments)
    {
        var values = arguments as object?[] ?? throw reader.Error($"expected a tuple of arguments, got {PickleText.Kind(arguments)}.");
        return (function as PickleGlobal)?.ToString() switch
        {
            "numpy.core.multiarray._reconstruct" when values is [PickleGlobal { Name: "ndarray" }, _, _] => new PickledArray(Charge),
            "numpy.dtype" when values.Length is >= 1 and <= 3 => new PickledDtype(PickleText.Of(values[0], reader), reader),
            "numpy.core.multiarray.scalar" when values is [PickledDtype dtype, var data] => Scalar(dtype, data),
            "numpy.core.numeric._frombuffer" when values is [PickledBytes data, PickledDtype dtype, object?[] shape, var order] => Array(
                dtype,
                shape,
                data,
                PickleText.Of(order, reader) == "F"
            ),
            "_codecs.encode" when values is [string text, var encoding] => Encode(text, PickleText.Of(encoding, reader)),
            "__builtin__.bytes" or "builtins.bytes" when values.Length == 0 => new PickledBytes(default, isText: false),
            "__builtin__.bytearray" or "builtins.bytearray" when values is [PickledBytes content] => content,
            "__builtin__.bytearray" or "builtins.bytearray" when values is [string text, var encoding] => Encode(
                text,
                PickleText.Of(encoding, reader)
            ),
            "__builtin__.bytearray" or "builtins.bytearray" when values.Length == 0 => new PickledBytes(default, isText: false),
            _ => throw reader.Error(
                $"{PickleText.Kind(function)} is called with {values.Length} arguments ({string.Join(", ", values.Take(8).Select(PickleText.Kind))}) that it does not take."
            ),
        };
    }

    private static bool IsAllowed(string name) =>
        name
            is "numpy.core.multiarray._reconstruct"
                or "numpy.core.multiarray.scalar"
                or "numpy.core.numeric._frombuffer"
                or "numpy.ndarray"
                or "numpy.dtype"
                or "_codecs.encode"
                or "__builtin__.bytes"
                or "builtins.bytes"
                or "__builtin__.bytearray"
                or "builtins.bytearray";

    private PickledArray Array(PickledDtype dtype, object?[] shape, PickledBytes data, bool isFortran)
    {
        var array = new PickledArray(Charge);
        array.SetState([1L, shape, dtype, isFortran, data], reader);
        return array;
    }

    private object Scalar(PickledDtype dtype, object? data)
    {
        var array = new PickledArray(Charge);
        array.SetState([1L, System.Array.Empty<object?>(), dtype, false, data], reader);
        return PickledScalar.Of(array.Values ?? throw reader.Error("a NumPy scalar of Python objects is not read."), reader);
    }

    private PickledBytes Encode(string text, string encoding)
    {
        if (encoding is not ("latin1" or "latin-1" or "iso-8859-1"))
            throw reader.Error($"expected bytes written as Latin-1 text, got the encoding '{encoding}'.");
        Charge(text.Length);
        var content = new byte[text.Length];
        for (int i = 0; i < content.Length; i++)
            content[i] =
                text[i] <= 255 ? (byte)text[i] : throw reader.Error($"character {i} of bytes written as text is {(int)text[i]}, over 255.");
        return new PickledBytes(content, isText: false);
    }

    private void Charge(long count)
    {
        bytes += count;
        if (bytes > (long)reader.Length * Growth)
            throw reader.Error(
                $"the arrays have over {Growth} times the pickle's own {reader.Length} bytes: their data are used again and again."
            );
    }
}
