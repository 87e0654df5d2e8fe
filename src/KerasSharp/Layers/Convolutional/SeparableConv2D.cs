using KerasSharp.Constraints;
using KerasSharp.Initializers;
using KerasSharp.Regularizers;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>Convolves each channel of images [batch, height, width, channels] by itself with filters that are learnt, then mixes the channels.</summary>
public sealed class SeparableConv2D : DepthwiseConvolution
{
    /// <summary>The layer.</summary>
    /// <param name="filters">The number of output channels.</param>
    /// <param name="kernelSize">The size of the window, one for all axes or one each.</param>
    /// <param name="strides">The steps of the window; 1 by default.</param>
    /// <param name="padding"><c>valid</c> (default): the window stays inside; <c>same</c>: zeros are added so that steps of 1 keep the size.</param>
    /// <param name="dataFormat"><c>channels_last</c> (default) or <c>channels_first</c>.</param>
    /// <param name="dilationRate">The distances between the window's elements; 1 by default.</param>
    /// <param name="depthMultiplier">How many results each channel gives before they are mixed; 1 by default.</param>
    /// <param name="activation">What is applied to the result; nothing by default.</param>
    /// <param name="useBias">Whether a bias is added; true by default.</param>
    /// <param name="depthwiseInitializer">Glorot uniform by default.</param>
    /// <param name="pointwiseInitializer">Glorot uniform by default.</param>
    /// <param name="biasInitializer">Zeros by default.</param>
    /// <param name="depthwiseRegularizer">A penalty on the depthwise kernel.</param>
    /// <param name="pointwiseRegularizer">A penalty on the pointwise kernel.</param>
    /// <param name="biasRegularizer">A penalty on the bias.</param>
    /// <param name="activityRegularizer">A penalty on the output.</param>
    /// <param name="depthwiseConstraint">What the depthwise kernel is held to after updates.</param>
    /// <param name="pointwiseConstraint">What the pointwise kernel is held to after updates.</param>
    /// <param name="biasConstraint">What the bias is held to after updates.</param>
    /// <param name="name">The layer's name.</param>
    /// <exception cref="ArgumentException">An argument is out of range; the message says which.</exception>
    public SeparableConv2D(
        int filters,
        Sizes kernelSize,
        Sizes? strides = null,
        string padding = "valid",
        string? dataFormat = null,
        Sizes? dilationRate = null,
        int depthMultiplier = 1,
        ActivationFunction? activation = null,
        bool useBias = true,
        Initializer? depthwiseInitializer = null,
        Initializer? pointwiseInitializer = null,
        Initializer? biasInitializer = null,
        Regularizer? depthwiseRegularizer = null,
        Regularizer? pointwiseRegularizer = null,
        Regularizer? biasRegularizer = null,
        Regularizer? activityRegularizer = null,
        Constraint? depthwiseConstraint = null,
        Constraint? pointwiseConstraint = null,
        Constraint? biasConstraint = null,
        string? name = null
    )
        : this(
            new DepthwiseArguments(
                new WindowArguments(kernelSize, strides, padding, dataFormat, dilationRate),
                depthMultiplier,
                activation,
                useBias,
                WeightRule.Depthwise(depthwiseInitializer, depthwiseRegularizer, depthwiseConstraint),
                WeightRule.Bias(biasInitializer, biasRegularizer, biasConstraint),
                activityRegularizer
            )
            {
                Filters = filters,
                Pointwise = WeightRule.Pointwise(pointwiseInitializer, pointwiseRegularizer, pointwiseConstraint),
            },
            name
        ) { }

    private SeparableConv2D(DepthwiseArguments arguments, string? name)
        : base(2, arguments, name) { }

    internal static SeparableConv2D Read(Config config) => new(DepthwiseArguments.ReadSeparable(config), null);
}
