using System.IO.Hashing;
using System.Text.Json;
using KerasSharp.Formats.Npy;
using KerasSharp.Testing;

namespace KerasSharp.Formats.Tests.Npy;

/// <summary>The recorded npy and npz files, and the comparison of an array with what NumPy found in it.</summary>
internal static class NpyGoldenCases
{
    public static byte[] File(GoldenCase golden) => golden.ReadFile(golden.Json.GetProperty("file").GetString()!);

    public static void AssertEqual(JsonElement expected, NpyArray array)
    {
        var descr = expected.GetProperty("descr").GetString()!;
        Assert.That(array.Descr, Is.EqualTo(descr.Replace('>', '<')));
        Assert.That(array.Shape, Is.EqualTo(expected.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64())));
        AssertBytes(expected, array, bigEndian: descr[0] == '>');
        if (expected.GetProperty("values") is { ValueKind: JsonValueKind.Array } values)
            AssertValues([.. values.EnumerateArray()], array);
    }

    /// <summary>The record has numbers in little-endian order, other types in that of the file.</summary>
    private static void AssertBytes(JsonElement expected, NpyArray array, bool bigEndian)
    {
        var bytes = array.Bytes.ToArray();
        if (bigEndian && array.Type.Kind is not ('i' or 'u' or 'f' or 'c' or 'm' or 'M'))
            ByteOrder.Reverse(bytes, array.Type.NumberSize);
        if (expected.TryGetProperty("bytes_c_order_hex", out var hex) && hex.ValueKind == JsonValueKind.String)
            Assert.That(Convert.ToHexStringLower(bytes), Is.EqualTo(hex.GetString()));
        Assert.That($"{Crc32.HashToUInt32(bytes):x8}", Is.EqualTo(expected.GetProperty("crc32_c_order").GetString()));
    }

    private static void AssertValues(JsonElement[] expected, NpyArray array)
    {
        if (array.Type.Kind == 'U')
            Assert.That(array.ToStrings(), Is.EqualTo(expected.Select(value => value.GetString())));
        else if (array.Type.Kind == 'S')
            Assert.That(array.ToByteStrings(), Is.EqualTo(expected.Select(value => value.GetBytesFromBase64())));
        else
            AssertNumbers(expected, array);
    }

    private static void AssertNumbers(JsonElement[] expected, NpyArray array)
    {
        var numbers = array.Descr == "<f16" ? array.ExtendedToNDArray() : array.ToNDArray();
        Assert.That(numbers.shape, Is.EqualTo(array.Shape));
        for (var i = 0; i < expected.Length; i++)
            Assert.That(Text(numbers.GetAtIndex(i)), Is.EqualTo(Text(expected[i])), $"element {i}");
    }

    private static string Text(object value) =>
        value switch
        {
            System.Numerics.Complex complex => $"{complex.Real:R} {complex.Imaginary:R}",
            bool truth => truth ? "True" : "False",
            Half or float or double => $"{Convert.ToDouble(value is Half half ? (double)half : value):R}",
            _ => $"{value}",
        };

    private static string Text(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Array => string.Join(" ", value.EnumerateArray().Select(part => Text(part))),
            JsonValueKind.String => $"{Number(value.GetString()!):R}",
            JsonValueKind.True => "True",
            JsonValueKind.False => "False",
            _ => value.GetRawText(),
        };

    private static double Number(string text) =>
        text switch
        {
            "nan" => double.NaN,
            "inf" => double.PositiveInfinity,
            "-inf" => double.NegativeInfinity,
            _ => double.Parse(text),
        };
}
