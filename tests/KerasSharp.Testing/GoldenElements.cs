using System.Numerics;
using System.Runtime.InteropServices;
using NumSharp;

namespace KerasSharp.Testing;

/// <summary>Little-endian bytes of a NumPy type as doubles and as NumSharp arrays.</summary>
internal static class GoldenElements
{
    public static double[] ToDoubles(string type, byte[] raw) =>
        type switch
        {
            "b1" => Map<byte>(raw, value => value == 0 ? 0 : 1),
            "i1" => Map<sbyte>(raw, value => value),
            "i2" => Map<short>(raw, value => value),
            "i4" => Map<int>(raw, value => value),
            "i8" => Map<long>(raw, value => value),
            "u1" => Map<byte>(raw, value => value),
            "u2" => Map<ushort>(raw, value => value),
            "u4" => Map<uint>(raw, value => value),
            "u8" => Map<ulong>(raw, value => value),
            "f2" => Map<Half>(raw, value => (double)value),
            "f4" or "c8" => Map<float>(raw, value => value),
            "f8" or "c16" => Map<double>(raw, value => value),
            "bfloat16" => Map<ushort>(raw, bits => BitConverter.UInt32BitsToSingle((uint)bits << 16)),
            _ => throw new NotSupportedException($"An array of {type} has no numbers; read its Strings."),
        };

    public static NDArray ToNDArray(string type, byte[] raw, long[] shape)
    {
        NPTypeCode code = type switch
        {
            "b1" => NPTypeCode.Boolean,
            "i1" => NPTypeCode.SByte,
            "i2" => NPTypeCode.Int16,
            "i4" => NPTypeCode.Int32,
            "i8" => NPTypeCode.Int64,
            "u1" => NPTypeCode.Byte,
            "u2" => NPTypeCode.UInt16,
            "u4" => NPTypeCode.UInt32,
            "u8" => NPTypeCode.UInt64,
            "f2" => NPTypeCode.Half,
            "f4" => NPTypeCode.Single,
            "f8" => NPTypeCode.Double,
            "c8" or "c16" => NPTypeCode.Complex,
            _ => throw new NotSupportedException($"NumSharp has no arrays of {type}."),
        };
        return Create(code, type == "c8" ? Widen(raw) : raw, shape);
    }

    private static unsafe NDArray Create(NPTypeCode code, byte[] raw, long[] shape)
    {
        var array = new NDArray(code, new Shape(shape), false);
        if (raw.Length > 0)
            raw.CopyTo(new Span<byte>(array.Unsafe.Address, raw.Length));
        GC.KeepAlive(array);
        return array;
    }

    private static byte[] Widen(byte[] singles)
    {
        var complex = new Complex[singles.Length / (2 * sizeof(float))];
        ReadOnlySpan<float> parts = MemoryMarshal.Cast<byte, float>(singles);
        for (int i = 0; i < complex.Length; i++)
            complex[i] = new Complex(parts[2 * i], parts[2 * i + 1]);
        return MemoryMarshal.AsBytes(complex.AsSpan()).ToArray();
    }

    private static double[] Map<T>(byte[] raw, Func<T, double> convert)
        where T : unmanaged
    {
        ReadOnlySpan<T> values = MemoryMarshal.Cast<byte, T>(raw);
        var doubles = new double[values.Length];
        for (int i = 0; i < doubles.Length; i++)
            doubles[i] = convert(values[i]);
        return doubles;
    }
}
