using System.Runtime.CompilerServices;

namespace KerasSharp.Layers;

/// <summary>
/// Checks of what layers are given when they are made. The errors name the layer and the argument, say what was expected, what came and
/// what to do.
/// </summary>
internal static class LayerArguments
{
    /// <summary>The value, which must not be less than <paramref name="least"/>.</summary>
    public static int AtLeast(this Layer layer, int least, int value, [CallerArgumentExpression(nameof(value))] string argument = "") =>
        value >= least ? value : throw layer.OutOfRange(argument, $"must be at least {least}; got {value}. Give {least} or more.");

    /// <summary>The value, which must be 0 or more.</summary>
    public static double NotNegative(this Layer layer, double value, [CallerArgumentExpression(nameof(value))] string argument = "") =>
        value >= 0 ? value : throw layer.OutOfRange(argument, $"must not be negative; got {value}. Give 0 or more.");

    /// <summary>The value, which must lie in [0, 1].</summary>
    public static double Fraction(this Layer layer, double value, [CallerArgumentExpression(nameof(value))] string argument = "") =>
        value is >= 0 and <= 1
            ? value
            : throw layer.OutOfRange(argument, $"must lie between 0 and 1; got {value}. Give a part of the whole, such as 0.5 for half.");

    /// <summary>One of the choices, in which upper and lower case are the same.</summary>
    /// <returns>The choice in lower case.</returns>
    public static string OneOf(
        this Layer layer,
        IReadOnlyList<string> choices,
        string? value,
        [CallerArgumentExpression(nameof(value))] string argument = ""
    ) =>
        value?.ToLowerInvariant() is { } lower && choices.Contains(lower)
            ? lower
            : throw layer.Wrong(
                argument,
                $"must be one of {string.Join(", ", choices.Select(choice => $"\"{choice}\""))}; got {(value is null ? "null" : $"\"{value}\"")}. Use one of these."
            );

    /// <summary>The axis counted from the start, which must be one of an input of that rank.</summary>
    public static int AxisOf(this Layer layer, int rank, int axis, [CallerArgumentExpression(nameof(axis))] string argument = "") =>
        axis >= -rank && axis < rank
            ? K.Axis(axis, rank)
            : throw layer.OutOfRange(
                argument,
                $"must be an axis of the input, which has rank {rank}; got {axis}. Choose one from {-rank} to {rank - 1}."
            );

    /// <summary>The value, which must not be null.</summary>
    public static T NotNull<T>(this Layer layer, T? value, [CallerArgumentExpression(nameof(value))] string argument = "")
        where T : class =>
        value
        ?? throw new ArgumentNullException(argument, layer.Say(argument, $"must not be null. Give a {typeof(T).Name} to the constructor."));

    /// <summary>The error for an argument that does not fit.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="argument">The argument's name.</param>
    /// <param name="problem">What it must be, what it is, and what to do.</param>
    public static ArgumentException Wrong(this Layer layer, string argument, string problem) => new(layer.Say(argument, problem), argument);

    private static ArgumentOutOfRangeException OutOfRange(this Layer layer, string argument, FormattableString problem) =>
        new(argument, layer.Say(argument, FormattableString.Invariant(problem)));

    private static string Say(this Layer layer, string argument, string problem) =>
        $"Layer '{layer.Name}' ({layer.ClassName}): {argument} {problem}";
}
