namespace KerasSharp;

/// <summary>Constant matrices with one number along the diagonal.</summary>
internal static class IdentityMatrix
{
    /// <summary>A matrix that is 0 off the diagonal.</summary>
    public static TensorValue Value(int rows, int columns, double diagonal, DType dtype)
    {
        var number = TensorValue.Scalar(diagonal, dtype).Bytes;
        var bytes = new byte[checked(rows * columns * number.Length)];
        for (int i = 0; i < Math.Min(rows, columns); i++)
            number.CopyTo(bytes.AsSpan((i * columns + i) * number.Length));
        return TensorValue.FromBytes(dtype, Shape.Of(rows, columns), bytes);
    }
}
