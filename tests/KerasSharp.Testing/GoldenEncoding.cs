using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace KerasSharp.Testing;

/// <summary>What a case's JSON says of an array that .npy cannot hold: strings, bfloat16, complex64.</summary>
internal static partial class GoldenEncoding
{
    /// <summary>Gives a stored array its real type, where the JSON's entry for it has an <c>encoding</c>.</summary>
    public static GoldenArray Decode(JsonElement json, string name, GoldenArray stored)
    {
        if (Specification(json, name) is not { } specification)
            return stored;
        return Text(specification, "encoding") switch
        {
            "bfloat16-bits" when stored.NumpyDtype == "u2" => stored.Reinterpret("bfloat16", stored.Shape),
            "real-imaginary-last" when stored.NumpyDtype is "f4" => stored.Reinterpret("c8", stored.Shape[..^1]),
            "real-imaginary-last" when stored.NumpyDtype is "f8" => stored.Reinterpret("c16", stored.Shape[..^1]),
            _ => stored,
        };
    }

    /// <summary>The strings that the JSON lists under <c>values</c>; null where it lists none.</summary>
    public static GoldenArray? Strings(JsonElement json, string name)
    {
        if (Specification(json, name) is not { } specification || !specification.TryGetProperty("values", out JsonElement values))
            return null;
        bool base64 = Text(specification, "encoding") == "base64";
        long[] shape = [.. specification.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64())];
        byte[][] strings = [.. Leaves(values).Select(leaf => base64 ? Convert.FromBase64String(leaf) : Encoding.UTF8.GetBytes(leaf))];
        return GoldenArray.OfStrings(shape, strings);
    }

    private static IEnumerable<string> Leaves(JsonElement values) =>
        values.ValueKind == JsonValueKind.Array ? values.EnumerateArray().SelectMany(Leaves) : [values.GetString()!];

    private static JsonElement? Specification(JsonElement json, string name)
    {
        Match match = NamePattern().Match(name);
        if (!match.Success)
            return null;
        string list = match.Groups["input"].Success ? "inputs" : "outputs";
        int index = int.Parse(match.Groups["index"].Value);
        return
            json.TryGetProperty(list, out JsonElement entries)
            && entries.ValueKind == JsonValueKind.Array
            && index < entries.GetArrayLength()
            && entries[index].ValueKind == JsonValueKind.Object
            ? entries[index]
            : null;
    }

    private static string? Text(JsonElement specification, string key) =>
        specification.TryGetProperty(key, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    [GeneratedRegex(@"^(f64_)?((?<input>input|input_grad)|output|second_output|cotangent)_(?<index>\d+)$")]
    private static partial Regex NamePattern();
}
