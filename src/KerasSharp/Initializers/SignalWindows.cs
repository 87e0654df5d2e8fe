namespace KerasSharp.Initializers;

/// <summary>Window functions of signal processing, as SciPy's <c>get_window</c> gives them.</summary>
internal static class SignalWindows
{
    private static readonly Dictionary<string, double[]> CosineSums = new()
    {
        ["boxcar"] = [1],
        ["hann"] = [0.5, 0.5],
        ["hamming"] = [0.54, 0.46],
        ["blackman"] = [0.42, 0.5, 0.08],
    };

    public static void Check(string name)
    {
        if (name != "bartlett" && !CosineSums.ContainsKey(name))
            throw new NotSupportedException(
                $"There is no window '{name}' here. Use one of: bartlett, {string.Join(", ", CosineSums.Keys)}."
            );
    }

    public static double[] Create(string name, int length, bool periodic)
    {
        Check(name);
        if (length == 1)
            return [1];
        double period = periodic ? length : length - 1;
        return
        [
            .. Enumerable.Range(0, length).Select(i => name == "bartlett" ? Triangle(i / period) : CosineSum(CosineSums[name], i / period)),
        ];
    }

    private static double Triangle(double phase) => 1 - Math.Abs(2 * phase - 1);

    private static double CosineSum(double[] coefficients, double phase)
    {
        double sum = 0;
        for (int k = 0; k < coefficients.Length; k++)
            sum += (k % 2 == 0 ? 1 : -1) * coefficients[k] * Math.Cos(2 * Math.PI * k * phase);
        return sum;
    }
}
