namespace KerasSharp.Engines.Torch.Kernels.Elementwise;

/// <summary>Plain loops over elements, for functions that no vector library has.</summary>
internal static class Loops
{
    /// <summary>A loop of a function of one element.</summary>
    public static UnarySpan<TIn, TOut> Of<TIn, TOut>(Func<TIn, TOut> function) =>
        (x, y) =>
        {
            for (int i = 0; i < x.Length; i++)
                y[i] = function(x[i]);
        };

    /// <summary>A loop of a function of two elements.</summary>
    public static BinarySpan<TIn, TOut> Of<TIn, TOut>(Func<TIn, TIn, TOut> function) =>
        (x, y, z) =>
        {
            for (int i = 0; i < x.Length; i++)
                z[i] = function(x[i], y[i]);
        };

    /// <summary>A loop that computes in double and rounds to float32.</summary>
    public static UnarySpan<float, float> Rounded(Func<double, double> function) =>
        (x, y) =>
        {
            for (int i = 0; i < x.Length; i++)
                y[i] = (float)function(x[i]);
        };

    /// <summary>A loop that computes in double and rounds to float32.</summary>
    public static BinarySpan<float, float> Rounded(Func<double, double, double> function) =>
        (x, y, z) =>
        {
            for (int i = 0; i < x.Length; i++)
                z[i] = (float)function(x[i], y[i]);
        };
}
