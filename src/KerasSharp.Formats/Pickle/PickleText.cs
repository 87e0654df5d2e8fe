using System.Text;

namespace KerasSharp.Formats.Pickle;

/// <summary>Texts that instructions need: names, byte orders, encodings; a string, or the <c>str</c> of Python 2.</summary>
internal static class PickleText
{
    /// <summary>Takes a line as a name.</summary>
    public static string Line(PickleReader reader) => Encoding.UTF8.GetString(reader.Line()).TrimEnd('\r');

    /// <summary>The text of a value that must be one.</summary>
    public static string Of(object? value, PickleReader reader) =>
        value switch
        {
            string text => text,
            PickledBytes bytes => bytes.Text,
            _ => throw reader.Error($"expected a text, got {Kind(value)}."),
        };

    /// <summary>What a value is, for messages.</summary>
    public static string Kind(object? value) =>
        value switch
        {
            null => "None",
            bool => "a bool",
            long or System.Numerics.BigInteger => "an int",
            double => "a float",
            string => "a str",
            PickledBytes => "bytes",
            List<object?> => "a list",
            object?[] => "a tuple",
            Dictionary<object, object?> => "a dict",
            PickledArray => "a NumPy array",
            PickledDtype => "a NumPy dtype",
            PickleGlobal global => $"the name '{global}'",
            _ => value.GetType().Name,
        };
}
