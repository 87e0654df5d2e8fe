namespace KerasSharp.Formats.SavedModel.Writing;

/// <summary>Names that arguments of Python's functions can have.</summary>
internal static class PythonName
{
    /// <summary>The name that TensorFlow gives an argument: what is no letter or digit becomes <c>_</c>, and what starts with no letter gets <c>arg_</c>.</summary>
    public static string Of(string name)
    {
        var allowed = string.Concat(name.Select(letter => char.IsLetterOrDigit(letter) ? letter : '_'));
        return allowed.Length > 0 && !char.IsLetter(allowed[0]) ? $"arg_{allowed}" : allowed;
    }
}
