using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    /// <summary>Running sums and products along an axis.</summary>
    internal static readonly Dictionary<string, OpDefinition> CumulativeDefinitions = Table(
        name => new OpDefinition(
            $"{name}(x: T, axis: Tidx) -> out: T | exclusive: bool = false, reverse: bool = false, T: type, Tidx: type = int32",
            ShapeRules.SameAsFirst
        ),
        ["Cumsum", "Cumprod", "CumulativeLogsumexp"]
    );

    /// <summary>The running sum along an axis.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="axis">The axis, a scalar in [-R, R).</param>
    /// <param name="exclusive">Whether an element's sum leaves the element itself out.</param>
    /// <param name="reverse">Whether it runs from the end.</param>
    /// <param name="name">A name hint.</param>
    public static Tensor Cumsum(Tensor x, Tensor axis, bool exclusive = false, bool reverse = false, string? name = null) =>
        Cumulate("Cumsum", x, axis, exclusive, reverse, name);

    /// <summary>The running product along an axis; see <see cref="Cumsum"/>.</summary>
    public static Tensor Cumprod(Tensor x, Tensor axis, bool exclusive = false, bool reverse = false, string? name = null) =>
        Cumulate("Cumprod", x, axis, exclusive, reverse, name);

    /// <summary>The logarithm of the running sum of exponentials along an axis; see <see cref="Cumsum"/>.</summary>
    public static Tensor CumulativeLogsumexp(Tensor x, Tensor axis, bool exclusive = false, bool reverse = false, string? name = null) =>
        Cumulate("CumulativeLogsumexp", x, axis, exclusive, reverse, name);

    private static Tensor Cumulate(string op, Tensor x, Tensor axis, bool exclusive, bool reverse, string? name) =>
        Make(CumulativeDefinitions[op], [x, axis], new Attributes { ["exclusive"] = exclusive, ["reverse"] = reverse }, name);
}
