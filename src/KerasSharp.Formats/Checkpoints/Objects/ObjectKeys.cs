using System.Text;

namespace KerasSharp.Formats.Checkpoints.Objects;

/// <summary>The keys of object-based checkpoints: names of attributes between slashes, and what of the object a value is.</summary>
internal static class ObjectKeys
{
    /// <summary>The key of the objects themselves.</summary>
    public const string Graph = "_CHECKPOINTABLE_OBJECT_GRAPH";

    /// <summary>The name of a variable's value.</summary>
    public const string VariableValue = "VARIABLE_VALUE";

    private const string Attributes = ".ATTRIBUTES";
    private const string Slots = ".OPTIMIZER_SLOT";

    /// <summary>A name as part of a key: "." becomes ".." and "/" becomes ".S".</summary>
    public static string Escape(string name) => name.Replace(".", "..").Replace("/", ".S");

    /// <summary>The name that a part of a key stands for.</summary>
    public static string Unescape(string part)
    {
        var name = new StringBuilder(part.Length);
        for (int i = 0; i < part.Length; i++)
        {
            bool isEscape = part[i] == '.' && i + 1 < part.Length && part[i + 1] is ('.' or 'S');
            name.Append(
                !isEscape ? part[i]
                : part[i + 1] == 'S' ? '/'
                : '.'
            );
            i += isEscape ? 1 : 0;
        }
        return name.ToString();
    }

    /// <summary>The key of a value of an object.</summary>
    /// <param name="path">The object's path, escaped.</param>
    /// <param name="name">What of the object.</param>
    public static string Value(string path, string name) => Join(path, $"{Attributes}/{Escape(name)}");

    /// <summary>The path of an optimizer's slot for a variable.</summary>
    public static string Slot(string variable, string optimizer, string name) => Join(variable, Join(Slots, Join(optimizer, Escape(name))));

    /// <summary>A path and what follows; the path of the root is empty.</summary>
    public static string Join(string path, string part) =>
        path.Length == 0 ? part
        : part.Length == 0 ? path
        : $"{path}/{part}";
}
