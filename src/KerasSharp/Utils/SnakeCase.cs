using System.Text.RegularExpressions;

namespace KerasSharp;

/// <summary>Names of classes as Keras writes them in files and logs.</summary>
internal static partial class SnakeCase
{
    /// <summary><c>MeanSquaredError</c> as <c>mean_squared_error</c>.</summary>
    public static string Of(string name) => Boundary().Replace(Word().Replace(name, "$1_$2"), "$1_$2").ToLowerInvariant();

    [GeneratedRegex("(.)([A-Z][a-z0-9]+)")]
    private static partial Regex Word();

    [GeneratedRegex("([a-z])([A-Z])")]
    private static partial Regex Boundary();
}
