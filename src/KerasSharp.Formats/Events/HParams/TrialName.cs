using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace KerasSharp.Formats.Events;

/// <summary>The name of a trial that nobody named: a hash of its values, the same as Python's, so that equal trials are shown as one.</summary>
internal static class TrialName
{
    /// <summary>SHA-256 of the values as <c>json.dumps(…, sort_keys=True, separators=(",", ":"))</c> writes them, in hexadecimal.</summary>
    public static string Of(IReadOnlyDictionary<string, object> values) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(Json(values))));

    /// <summary>Whether a value is one of .NET's numbers.</summary>
    public static bool IsNumber(object value) => value is float or double or Half or decimal || IsInteger(value);

    private static bool IsInteger(object value) => value is sbyte or byte or short or ushort or int or uint or long or ulong;

    private static string Json(IReadOnlyDictionary<string, object> values) =>
        $"{{{string.Join(",", values.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{PythonText.String(pair.Key)}:{Json(pair.Value)}"))}}}";

    private static string Json(object value) =>
        value switch
        {
            bool flag => flag ? "true" : "false",
            string text => PythonText.String(text),
            _ when IsInteger(value) => Convert.ToString(value, CultureInfo.InvariantCulture)!,
            _ => PythonText.Number(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        };
}
