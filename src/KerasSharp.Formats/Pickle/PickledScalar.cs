using System.Numerics;
using System.Text;

namespace KerasSharp.Formats.Pickle;

/// <summary>NumPy's numbers as .NET's.</summary>
internal static class PickledScalar
{
    /// <summary>The only element of an array without dimensions: a bool, a long, a <see cref="BigInteger"/> over its range, a double, a complex number, a string.</summary>
    public static object Of(TensorValue value, PickleReader reader) =>
        value.DType switch
        {
            DType.Bool => value.Bytes[0] != 0,
            DType.UInt64 => value.Elements<ulong>()[0] is <= long.MaxValue and var small
                ? (long)small
                : (BigInteger)value.Elements<ulong>()[0],
            DType.Float16 => (double)value.Elements<Half>()[0],
            DType.Float32 => (double)value.Elements<float>()[0],
            DType.Float64 => value.Elements<double>()[0],
            DType.Complex64 => new Complex(value.Elements<float>()[0], value.Elements<float>()[1]),
            DType.Complex128 => value.Elements<Complex>()[0],
            DType.String => Encoding.UTF8.GetString(value.Strings[0]),
            DType.Int8 or DType.Int16 or DType.Int32 or DType.Int64 or DType.UInt8 or DType.UInt16 or DType.UInt32 => value.ToInts()[0],
            var other => throw reader.Error($"a NumPy scalar of type {other} is not read."),
        };
}
