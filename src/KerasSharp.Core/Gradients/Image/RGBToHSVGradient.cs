using KerasSharp.Ops;

namespace KerasSharp.Gradients;

/// <summary>The gradient of RGBToHSV: the conversion is written out in elementary ops, and that is differentiated.</summary>
internal static class RGBToHSVGradient
{
    public static IReadOnlyList<Tensor?> Rule(GradientContext context) =>
        GradientBuilder.Through([WriteOut(context.Input(0))], [context.Input(0)], [context.Gradient()]);

    private static Tensor WriteOut(Tensor images)
    {
        var last = Op.Ints(-1);
        var (red, green, blue) = (Channel(images, 0), Channel(images, 1), Channel(images, 2));
        var value = Op.Max(images, last, keepDims: true);
        var range = value - Op.Min(images, last, keepDims: true);
        var saturation = Op.DivNoNan(range, value);
        var fromRed = Op.DivNoNan(green - blue, range);
        var fromGreen = Op.DivNoNan(blue - red, range) + 2;
        var fromBlue = Op.DivNoNan(red - green, range) + 4;
        var sector = Op.SelectV2(Op.Equal(red, value), fromRed, Op.SelectV2(Op.Equal(green, value), fromGreen, fromBlue)) / 6;
        var hue = Op.SelectV2(Op.Less(sector, Op.ZerosLike(sector)), sector + 1, sector);
        return Op.ConcatV2([hue, saturation, value], Op.Int(-1));
    }

    private static Tensor Channel(Tensor images, int index) => Op.GatherV2(images, Op.Ints(index), -1);
}
