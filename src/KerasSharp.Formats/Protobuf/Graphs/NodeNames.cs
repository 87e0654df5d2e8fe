using System.Text.RegularExpressions;

namespace KerasSharp.Formats.Protobuf.Graphs;

/// <summary>TensorFlow's rules for the names of nodes and of their outputs.</summary>
internal static partial class NodeNames
{
    /// <summary>Whether a node may be called so.</summary>
    public static bool IsValid(string name) => Pattern().IsMatch(name);

    /// <summary>A name as a node may have it: what is not allowed becomes <c>_</c>, and what may not stand first gets <c>op</c> before it.</summary>
    public static string Allowed(string name)
    {
        name = Forbidden().Replace(name, "_");
        return name.Length > 0 && (char.IsAsciiLetterOrDigit(name[0]) || name[0] == '.') ? name : $"op{name}";
    }

    /// <summary>Whether an input only tells what has to run before.</summary>
    public static bool IsControl(string input) => input.StartsWith('^');

    /// <summary>The node and the output that an input names: <c>name</c>, <c>name:1</c>, <c>^name</c> (of which the output is -1).</summary>
    public static (string Node, int Output) Parse(string input)
    {
        if (IsControl(input))
            return (input[1..], -1);
        int colon = input.LastIndexOf(':');
        return colon >= 0 && Digits().IsMatch(input.AsSpan(colon + 1)) && int.TryParse(input.AsSpan(colon + 1), out int output)
            ? (input[..colon], output)
            : (input, 0);
    }

    [GeneratedRegex(@"\A[A-Za-z0-9.][A-Za-z0-9_./-]*(>[A-Za-z0-9.][A-Za-z0-9_./-]*)*\z")]
    private static partial Regex Pattern();

    [GeneratedRegex("[^A-Za-z0-9_./-]")]
    private static partial Regex Forbidden();

    [GeneratedRegex(@"\A[0-9]{1,9}\z")]
    private static partial Regex Digits();
}
