using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace KerasSharp.Engines.Torch.Numerics;

/// <summary>A bfloat16: the upper half of a float32. Arithmetic is done in float32 and rounded to nearest even.</summary>
internal readonly struct BFloat16(ushort bits) : IEquatable<BFloat16>, IComparable<BFloat16>
{
    /// <summary>The sixteen bits: sign, eight of exponent, seven of fraction.</summary>
    public ushort Bits { get; } = bits;

    /// <summary>Widens exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator float(BFloat16 value) => BitConverter.UInt32BitsToSingle((uint)value.Bits << 16);

    /// <summary>Rounds to nearest even; every NaN becomes the quiet NaN of its sign.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static explicit operator BFloat16(float value)
    {
        uint bits = BitConverter.SingleToUInt32Bits(value);
        return float.IsNaN(value) ? new((ushort)((bits >> 16 & 0x8000) | 0x7fc0)) : new((ushort)((bits + 0x7fff + (bits >> 16 & 1)) >> 16));
    }

    /// <summary>Rounds through float32, as TensorFlow's casts do.</summary>
    public static explicit operator BFloat16(double value) => (BFloat16)(float)value;

    /// <summary>Drops the lower half instead of rounding (TensorFlow's Cast with <c>Truncate</c>).</summary>
    public static BFloat16 Truncate(float value) =>
        float.IsNaN(value) ? (BFloat16)value : new((ushort)(BitConverter.SingleToUInt32Bits(value) >> 16));

    /// <inheritdoc/>
    public bool Equals(BFloat16 other) => ((float)this).Equals(other);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is BFloat16 other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => ((float)this).GetHashCode();

    /// <inheritdoc/>
    public int CompareTo(BFloat16 other) => ((float)this).CompareTo(other);

    /// <inheritdoc/>
    public override string ToString() => ((float)this).ToString(CultureInfo.InvariantCulture);

    /// <summary>Bulk conversion to float32.</summary>
    public static unsafe void Widen(BFloat16* source, float* target, long count)
    {
        long i = 0;
        for (; i <= count - Vector512<float>.Count; i += Vector512<float>.Count)
        {
            (Vector256<uint> low, Vector256<uint> high) = Vector256.Widen(Vector256.Load((ushort*)source + i));
            (Vector512.Create(low, high) << 16).AsSingle().Store(target + i);
        }

        for (; i < count; i++)
        {
            target[i] = source[i];
        }
    }

    /// <summary>Bulk conversion from float32, rounding to nearest even.</summary>
    public static unsafe void Narrow(float* source, BFloat16* target, long count)
    {
        long i = 0;
        for (; i <= count - Vector512<float>.Count; i += Vector512<float>.Count)
        {
            Vector512<float> value = Vector512.Load(source + i);
            Vector512<uint> bits = value.AsUInt32();
            Vector512<uint> rounded = (bits + Vector512.Create(0x7fffu) + ((bits >> 16) & Vector512<uint>.One)) >> 16;
            Vector512<uint> quiet = ((bits >> 16) & Vector512.Create(0x8000u)) | Vector512.Create(0x7fc0u);
            rounded = Vector512.ConditionalSelect(Vector512.Equals(value, value).AsUInt32(), rounded, quiet);
            Vector256.Narrow(rounded.GetLower(), rounded.GetUpper()).Store((ushort*)target + i);
        }

        for (; i < count; i++)
        {
            target[i] = (BFloat16)source[i];
        }
    }
}
