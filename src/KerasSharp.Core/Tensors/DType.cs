namespace KerasSharp;

/// <summary>The element type of a tensor. The values are those of TensorFlow's <c>DataType</c>.</summary>
public enum DType
{
    /// <summary>32-bit float, the default of every layer.</summary>
    Float32 = 1,

    /// <summary>64-bit float.</summary>
    Float64 = 2,

    /// <summary>32-bit signed integer.</summary>
    Int32 = 3,

    /// <summary>8-bit unsigned integer.</summary>
    UInt8 = 4,

    /// <summary>16-bit signed integer.</summary>
    Int16 = 5,

    /// <summary>8-bit signed integer.</summary>
    Int8 = 6,

    /// <summary>Bytes of any length.</summary>
    String = 7,

    /// <summary>A complex number of two 32-bit floats.</summary>
    Complex64 = 8,

    /// <summary>64-bit signed integer.</summary>
    Int64 = 9,

    /// <summary>A truth value, one byte.</summary>
    Bool = 10,

    /// <summary>16-bit float with the exponent of a 32-bit one.</summary>
    BFloat16 = 14,

    /// <summary>16-bit unsigned integer.</summary>
    UInt16 = 17,

    /// <summary>A complex number of two 64-bit floats.</summary>
    Complex128 = 18,

    /// <summary>16-bit IEEE float.</summary>
    Float16 = 19,

    /// <summary>A handle to a variable or another resource.</summary>
    Resource = 20,

    /// <summary>32-bit unsigned integer.</summary>
    UInt32 = 22,

    /// <summary>64-bit unsigned integer.</summary>
    UInt64 = 23,
}
