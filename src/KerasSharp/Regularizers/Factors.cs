namespace KerasSharp.Regularizers;

/// <summary>Checks the factors of regularizers.</summary>
internal static class Factors
{
    public static double Check(double value, string name) =>
        value >= 0 && double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(name, value, "a regularizer's factor is a finite number, 0 or more");
}
