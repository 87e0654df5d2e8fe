using NumSharp;

namespace KerasSharp;

/// <summary>Arrays as users give them, as the arrays that engines take.</summary>
internal static class HostArray
{
    public static NDArray Convert(object? value, DType dtype, string what)
    {
        var array = value switch
        {
            NDArray given => given,
            Array { Length: > 0 } plain when plain.GetType().GetElementType()!.IsPrimitive => new NDArray(plain),
            double or float or int or long or byte or bool => NDArray.Scalar(value),
            Array => throw new ArgumentException(
                $"{what}: the C# array is empty or has elements that are no numbers; got {value.GetType().Name}. Give numbers, in a rectangular array."
            ),
            _ => throw new ArgumentException(
                $"{what}: expected an NDArray, a C# array or a number; got {value?.GetType().Name ?? "null"}."
            ),
        };
        var clr = dtype.ClrType() ?? throw new NotSupportedException($"{what}: host arrays of {dtype.Name()} are not supported.");
        return array.dtype == clr ? array : array.astype(clr);
    }
}
