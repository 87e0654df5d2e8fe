using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    private const string LrnAttributes =
        "depth_radius: int = 5, bias: float = 1.0, alpha: float = 1.0, beta: float = 0.5, T: type = float32";

    internal static readonly OpDefinition LRNDefinition = new(
        $"LRN(input: T) -> output: T | {LrnAttributes}",
        context => [context.WithRank(0, 4)]
    );

    internal static readonly OpDefinition LRNGradDefinition = new(
        $"LRNGrad(input_grads: T, input_image: T, output_image: T) -> output: T | {LrnAttributes}",
        ShapeRules.MergeAll
    );

    /// <summary>Local response normalization: x / (bias + alpha · sum of the squares of the near channels)^beta.</summary>
    /// <param name="input">[batch, height, width, channels].</param>
    /// <param name="depthRadius">How many channels on each side are near.</param>
    /// <param name="bias">Added to the sum.</param>
    /// <param name="alpha">The factor of the sum.</param>
    /// <param name="beta">The exponent.</param>
    /// <param name="name">A name hint.</param>
    public static Tensor LRN(
        Tensor input,
        long depthRadius = 5,
        double bias = 1,
        double alpha = 1,
        double beta = 0.5,
        string? name = null
    ) => Make(LRNDefinition, [input], LrnValues(depthRadius, bias, alpha, beta), name);

    /// <summary>The gradient of <see cref="LRN"/>, from the output's gradient, the input and the output.</summary>
    public static Tensor LRNGrad(
        Tensor inputGrads,
        Tensor inputImage,
        Tensor outputImage,
        long depthRadius = 5,
        double bias = 1,
        double alpha = 1,
        double beta = 0.5,
        string? name = null
    ) => Make(LRNGradDefinition, [inputGrads, inputImage, outputImage], LrnValues(depthRadius, bias, alpha, beta), name);

    private static Attributes LrnValues(long depthRadius, double bias, double alpha, double beta) =>
        new()
        {
            ["depth_radius"] = depthRadius,
            ["bias"] = bias,
            ["alpha"] = alpha,
            ["beta"] = beta,
        };
}
