using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    internal static readonly OpDefinition PadDefinition = new(
        "Pad(input: T, paddings: Tpaddings) -> output: T | T: type, Tpaddings: type = int32",
        context => InferPad(context, 1)
    );

    internal static readonly OpDefinition PadV2Definition = new(
        "PadV2(input: T, paddings: Tpaddings, constant_values: T) -> output: T | T: type, Tpaddings: type = int32",
        context => InferPad(context, 1)
    );

    internal static readonly OpDefinition MirrorPadDefinition = new(
        "MirrorPad(input: T, paddings: Tpaddings) -> output: T | T: type, Tpaddings: type = int32, mode: string",
        context => InferPad(context, 1)
    );

    internal static readonly OpDefinition MirrorPadGradDefinition = new(
        "MirrorPadGrad(input: T, paddings: Tpaddings) -> output: T | T: type, Tpaddings: type = int32, mode: string",
        context => InferPad(context, -1)
    );

    /// <summary>A tensor with zeros around it.</summary>
    /// <param name="input">A tensor of rank R.</param>
    /// <param name="paddings">[R, 2]: how many are put before and after each axis, 0 or more.</param>
    /// <param name="name">A name hint.</param>
    public static Tensor Pad(Tensor input, Tensor paddings, string? name = null) => Make(PadDefinition, [input, paddings], null, name);

    /// <summary>A tensor with zeros around it: for each axis how many before and after.</summary>
    public static Tensor Pad(Tensor input, IReadOnlyList<(long Before, long After)> paddings, string? name = null) =>
        Pad(input, Pairs(paddings), name);

    /// <summary>A tensor with one value around it; see <see cref="Pad(Tensor, Tensor, string?)"/>.</summary>
    public static Tensor PadV2(Tensor input, Tensor paddings, Tensor constantValues, string? name = null) =>
        Make(PadV2Definition, [input, paddings, constantValues], null, name);

    /// <summary>A tensor with its mirror image around it.</summary>
    /// <param name="input">A tensor of rank R.</param>
    /// <param name="paddings">[R, 2]; at most the length of the axis, less 1 for REFLECT.</param>
    /// <param name="mode">REFLECT leaves the border out of the image, SYMMETRIC repeats it.</param>
    /// <param name="name">A name hint.</param>
    public static Tensor MirrorPad(Tensor input, Tensor paddings, string mode, string? name = null) =>
        Make(MirrorPadDefinition, [input, paddings], new Attributes { ["mode"] = MirrorMode(mode) }, name);

    /// <summary>The gradient of <see cref="MirrorPad"/>: each element plus all its mirror images.</summary>
    public static Tensor MirrorPadGrad(Tensor input, Tensor paddings, string mode, string? name = null) =>
        Make(MirrorPadGradDefinition, [input, paddings], new Attributes { ["mode"] = MirrorMode(mode) }, name);

    /// <summary>A constant [n, 2] of 32-bit integers from n pairs: paddings and crops.</summary>
    /// <exception cref="OverflowException">A number does not fit.</exception>
    public static Tensor Pairs(IReadOnlyList<(long Before, long After)> pairs)
    {
        var ints = new int[pairs.Count * 2];
        for (int i = 0; i < pairs.Count; i++)
            (ints[2 * i], ints[(2 * i) + 1]) = checked(((int)pairs[i].Before, (int)pairs[i].After));
        return Constant(TensorValue.From<int>(Shape.Of(pairs.Count, 2), ints));
    }

    private static string MirrorMode(string mode) =>
        mode is "REFLECT" or "SYMMETRIC"
            ? mode
            : throw new ArgumentException($"The mode of MirrorPad is REFLECT or SYMMETRIC, not '{mode}'.");

    private static Shape[] InferPad(InferenceContext context, int sign)
    {
        var shape = context.Shape(0);
        if (context.Elements(1) is not { } paddings)
            return [shape.HasRank ? Shape.OfRank(shape.Rank) : Shape.Unknown];
        if (shape.HasRank && paddings.Length != 2 * shape.Rank)
            throw new ShapeException($"paddings must be [{shape.Rank}, 2]");
        var dims = new long[paddings.Length / 2];
        for (int i = 0; i < dims.Length; i++)
        {
            if (paddings[2 * i] < 0 || paddings[(2 * i) + 1] < 0)
                throw new ShapeException($"the paddings of axis {i} are negative");
            dims[i] = !shape.HasRank || shape[i] < 0 ? -1 : shape[i] + (sign * (paddings[2 * i] + paddings[(2 * i) + 1])) ?? -1;
        }
        return [Shape.Of(dims)];
    }
}
