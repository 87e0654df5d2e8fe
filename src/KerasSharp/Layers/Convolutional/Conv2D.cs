using KerasSharp.Constraints;
using KerasSharp.Initializers;
using KerasSharp.Regularizers;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>Convolves images [batch, height, width, channels] with filters that are learnt.</summary>
public sealed class Conv2D : Convolution
{
    /// <summary>The layer.</summary>
    /// <param name="filters">The number of output channels.</param>
    /// <param name="kernelSize">The size of the window, one for all axes or one each.</param>
    /// <param name="strides">The steps of the window; 1 by default.</param>
    /// <param name="padding"><c>valid</c> (default): the window stays inside; <c>same</c>: zeros are added so that steps of 1 keep the size.</param>
    /// <param name="dataFormat"><c>channels_last</c> (default) or <c>channels_first</c>.</param>
    /// <param name="dilationRate">The distances between the window's elements; 1 by default.</param>
    /// <param name="groups">Into how many independent parts the channels are divided; 1 by default.</param>
    /// <param name="activation">What is applied to the result; nothing by default.</param>
    /// <param name="useBias">Whether a bias is added; true by default.</param>
    /// <param name="kernelInitializer">Glorot uniform by default.</param>
    /// <param name="biasInitializer">Zeros by default.</param>
    /// <param name="kernelRegularizer">A penalty on the kernel.</param>
    /// <param name="biasRegularizer">A penalty on the bias.</param>
    /// <param name="activityRegularizer">A penalty on the output.</param>
    /// <param name="kernelConstraint">What the kernel is held to after updates.</param>
    /// <param name="biasConstraint">What the bias is held to after updates.</param>
    /// <param name="name">The layer's name.</param>
    /// <exception cref="ArgumentException">An argument is out of range; the message says which.</exception>
    public Conv2D(
        int filters,
        Sizes kernelSize,
        Sizes? strides = null,
        string padding = "valid",
        string? dataFormat = null,
        Sizes? dilationRate = null,
        int groups = 1,
        ActivationFunction? activation = null,
        bool useBias = true,
        Initializer? kernelInitializer = null,
        Initializer? biasInitializer = null,
        Regularizer? kernelRegularizer = null,
        Regularizer? biasRegularizer = null,
        Regularizer? activityRegularizer = null,
        Constraint? kernelConstraint = null,
        Constraint? biasConstraint = null,
        string? name = null
    )
        : this(
            new ConvolutionArguments(
                filters,
                new WindowArguments(kernelSize, strides, padding, dataFormat, dilationRate),
                groups,
                activation,
                useBias,
                WeightRule.Kernel(kernelInitializer, kernelRegularizer, kernelConstraint),
                WeightRule.Bias(biasInitializer, biasRegularizer, biasConstraint),
                activityRegularizer
            ),
            name
        ) { }

    private Conv2D(ConvolutionArguments arguments, string? name)
        : base(2, arguments, name) { }

    internal static Conv2D Read(Config config) => new(ConvolutionArguments.Read(config), null);
}
