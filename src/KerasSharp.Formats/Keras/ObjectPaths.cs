using System.Text.RegularExpressions;

namespace KerasSharp.Formats.Keras;

/// <summary>Makes the paths of objects in a tree as Keras 3 does: a list's members are called by their class, never by their name.</summary>
/// <remarks>One instance a list: the second <c>Dense</c> of a list is <c>dense_1</c>, whatever it is called.</remarks>
public sealed partial class ObjectPaths
{
    private readonly Dictionary<string, int> used = new(StringComparer.Ordinal);

    /// <summary>The next member's name in the list.</summary>
    /// <param name="className">Its class in Keras, such as <c>BatchNormalization</c>; <c>container</c> for a list within the list.</param>
    public string Next(string className)
    {
        string name = SnakeCase(className);
        int count = used[name] = used.GetValueOrDefault(name, -1) + 1;
        return count == 0 ? name : $"{name}_{count}";
    }

    /// <summary>A class name as Keras writes it in paths and default names: <c>BatchNormalization</c> becomes <c>batch_normalization</c>, <c>Conv2D</c> <c>conv2d</c>.</summary>
    /// <param name="className">The class's name.</param>
    public static string SnakeCase(string className)
    {
        string letters = NoWord().Replace(className, "");
        return SmallThenCapital().Replace(AnythingThenWord().Replace(letters, "$1_$2"), "$1_$2").ToLowerInvariant();
    }

    [GeneratedRegex(@"\W+")]
    private static partial Regex NoWord();

    [GeneratedRegex("(.)([A-Z][a-z]+)")]
    private static partial Regex AnythingThenWord();

    [GeneratedRegex("([a-z])([A-Z])")]
    private static partial Regex SmallThenCapital();
}
