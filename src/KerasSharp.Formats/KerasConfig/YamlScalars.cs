using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace KerasSharp.Formats.KerasConfig;

/// <summary>What an unquoted word means by YAML 1.1, which PyYAML writes.</summary>
internal static partial class YamlScalars
{
    /// <summary>The value of a scalar.</summary>
    public static JsonNode? Read(Scalar scalar) =>
        scalar.Style is ScalarStyle.Plain or ScalarStyle.Any ? Plain(scalar.Value) : scalar.Value;

    private static JsonNode? Plain(string text) =>
        text switch
        {
            "" or "~" or "null" or "Null" or "NULL" => null,
            "true" or "True" or "TRUE" or "yes" or "Yes" or "on" or "On" => true,
            "false" or "False" or "FALSE" or "no" or "No" or "off" or "Off" => false,
            ".inf" or "+.inf" => PythonJson.NumberWord("Infinity"),
            "-.inf" => PythonJson.NumberWord("-Infinity"),
            ".nan" => PythonJson.NumberWord("NaN"),
            _ => Number(text) ?? text,
        };

    private static JsonNode? Number(string text)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long integer))
            return integer;
        bool isNumber = Float().IsMatch(text) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double _);
        return isNumber && double.Parse(text, CultureInfo.InvariantCulture) is var number && double.IsFinite(number) ? number : null;
    }

    [GeneratedRegex(@"^[-+]?([0-9]+\.[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?$")]
    private static partial Regex Float();
}
