using KerasSharp.Layers;
using KerasSharp.Saving;

namespace KerasSharp.Tests.Layers;

/// <summary>
/// A wrong argument fails in the constructor, or where it depends on the input when the layer is applied. The message names the layer and
/// the argument, says what was expected, what came and what to do.
/// </summary>
public sealed class LayerArgumentTests
{
    private const string Least1 = "must be at least 1";
    private const string Fraction = "must lie between 0 and 1";
    private const string NotNegative = "must not be negative";
    private const string Format = "must be one of \"channels_last\", \"channels_first\"";
    private const string Window = "must be one of \"valid\", \"same\"";

    public static IEnumerable<TestCaseData> Constructors =>
        [
            Case(() => new InputLayer(Shape.Unknown, name: "x"), "InputLayer", "shape", "must have a known rank", "unknown"),
            Case(() => new InputLayer([3], batchSize: 0, name: "x"), "InputLayer", "batchSize", Least1, "0"),
            Case(() => new Dense(0, name: "x"), "Dense", "units", Least1, "0"),
            Case(() => new Dense(-3, name: "x"), "Dense", "units", Least1, "-3"),
            Case(() => new Embedding(0, 4, name: "x"), "Embedding", "inputDim", Least1, "0"),
            Case(() => new Embedding(4, -1, name: "x"), "Embedding", "outputDim", Least1, "-1"),
            Case(() => new Lambda((Func<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>>)null!, name: "x"), "Lambda", "function", "null"),
            Case(() => new Lambda((Func<Tensor, Tensor>)null!, name: "x"), "Lambda", "function", "must not be null"),
            Case(() => new Activation(null!, name: "x"), "Activation", "activation", "must not be null"),
            Case(() => new LeakyReLU(-0.1, name: "x"), "LeakyReLU", "negativeSlope", NotNegative, "-0.1"),
            Case(() => new ReLU(maxValue: -1, name: "x"), "ReLU", "maxValue", NotNegative, "-1"),
            Case(() => new ReLU(negativeSlope: -1, name: "x"), "ReLU", "negativeSlope", NotNegative, "-1"),
            Case(() => new ReLU(threshold: double.NaN, name: "x"), "ReLU", "threshold", NotNegative, "NaN"),
            Case(() => new Softmax([], name: "x"), "Softmax", "axis", "one axis or several", "an empty list"),
            Case(() => new PReLU(sharedAxes: 0, name: "x"), "PReLU", "sharedAxes", Least1, "0"),
            Case(() => new Conv1D(0, 3, name: "x"), "Conv1D", "filters", Least1, "0"),
            Case(() => new Conv1D(2, 3, padding: "full", name: "x"), "Conv1D", "padding", Window + ", \"causal\"", "\"full\""),
            Case(
                () => new Conv1D(2, 3, padding: "causal", dataFormat: "channels_first", name: "x"),
                "Conv1D",
                "padding",
                Window,
                "\"causal\""
            ),
            Case(() => new Conv2D(2, 0, name: "x"), "Conv2D", "kernelSize", "2 numbers of at least 1", "(0)"),
            Case(() => new Conv2D(2, (3, 3, 3), name: "x"), "Conv2D", "kernelSize", "2 numbers", "(3, 3, 3)"),
            Case(() => new Conv2D(2, null!, name: "x"), "Conv2D", "kernelSize", "must not be null"),
            Case(() => new Conv2D(2, 3, strides: 0, name: "x"), "Conv2D", "strides", "at least 1", "(0)"),
            Case(() => new Conv2D(2, 3, dilationRate: (1, -1), name: "x"), "Conv2D", "dilationRate", "at least 1", "(1, -1)"),
            Case(() => new Conv2D(2, 3, padding: "causal", name: "x"), "Conv2D", "padding", Window, "\"causal\""),
            Case(() => new Conv2D(2, 3, padding: null!, name: "x"), "Conv2D", "padding", Window, "null"),
            Case(() => new Conv2D(2, 3, dataFormat: "NHWC", name: "x"), "Conv2D", "dataFormat", Format, "\"NHWC\""),
            Case(() => new Conv2D(2, 3, groups: 0, name: "x"), "Conv2D", "groups", Least1, "0"),
            Case(() => new Conv2D(3, 3, groups: 2, name: "x"), "Conv2D", "filters", "a multiple of groups", "3 filters and 2 groups"),
            Case(() => new Conv2D(2, 3, strides: 2, dilationRate: 2, name: "x"), "Conv2D", "strides > 1", "cannot be combined", "(2, 2)"),
            Case(() => new Conv3D(-1, 3, name: "x"), "Conv3D", "filters", Least1, "-1"),
            Case(() => new DepthwiseConv1D(3, depthMultiplier: 0, name: "x"), "DepthwiseConv1D", "depthMultiplier", Least1, "0"),
            Case(() => new DepthwiseConv2D(3, padding: "causal", name: "x"), "DepthwiseConv2D", "padding", Window, "\"causal\""),
            Case(() => new SeparableConv1D(0, 3, name: "x"), "SeparableConv1D", "filters", Least1, "0"),
            Case(() => new SeparableConv2D(2, 3, strides: 0, name: "x"), "SeparableConv2D", "strides", "at least 1", "(0)"),
            Case(() => new AveragePooling1D(0, name: "x"), "AveragePooling1D", "poolSize", "one number of at least 1", "(0)"),
            Case(() => new AveragePooling2D(padding: "causal", name: "x"), "AveragePooling2D", "padding", Window, "\"causal\""),
            Case(() => new AveragePooling3D(strides: -1, name: "x"), "AveragePooling3D", "strides", "at least 1", "(-1)"),
            Case(() => new MaxPooling1D(2, (1, 2), name: "x"), "MaxPooling1D", "strides", "one number", "(1, 2)"),
            Case(() => new MaxPooling2D((2, 0), name: "x"), "MaxPooling2D", "poolSize", "at least 1", "(2, 0)"),
            Case(() => new MaxPooling3D(dataFormat: "last", name: "x"), "MaxPooling3D", "dataFormat", Format, "\"last\""),
            Case(() => new GlobalAveragePooling1D("last", name: "x"), "GlobalAveragePooling1D", "dataFormat", Format, "\"last\""),
            Case(() => new GlobalMaxPooling2D("first", name: "x"), "GlobalMaxPooling2D", "dataFormat", Format, "\"first\""),
            Case(() => new GlobalAveragePooling2D("NCHW", name: "x"), "GlobalAveragePooling2D", "dataFormat", Format, "\"NCHW\""),
            Case(() => new GlobalAveragePooling3D("", name: "x"), "GlobalAveragePooling3D", "dataFormat", Format, "\"\""),
            Case(() => new GlobalMaxPooling1D("NWC", name: "x"), "GlobalMaxPooling1D", "dataFormat", Format, "\"NWC\""),
            Case(() => new GlobalMaxPooling3D("NDHWC", name: "x"), "GlobalMaxPooling3D", "dataFormat", Format, "\"NDHWC\""),
            Case(() => new BatchNormalization(momentum: 1.5, name: "x"), "BatchNormalization", "momentum", Fraction, "1.5"),
            Case(() => new BatchNormalization(epsilon: -1, name: "x"), "BatchNormalization", "epsilon", NotNegative, "-1"),
            Case(() => new LayerNormalization([], name: "x"), "LayerNormalization", "axis", "one axis or several", "an empty list"),
            Case(() => new LayerNormalization(epsilon: -1, name: "x"), "LayerNormalization", "epsilon", NotNegative, "-1"),
            Case(() => new Dropout(1.5, name: "x"), "Dropout", "rate", Fraction, "1.5"),
            Case(() => new Dropout(double.NaN, name: "x"), "Dropout", "rate", Fraction, "NaN"),
            Case(() => new SpatialDropout1D(-0.1, name: "x"), "SpatialDropout1D", "rate", Fraction, "-0.1"),
            Case(() => new SpatialDropout2D(0.5, "NCHW", name: "x"), "SpatialDropout2D", "dataFormat", Format, "\"NCHW\""),
            Case(() => new SpatialDropout3D(2, name: "x"), "SpatialDropout3D", "rate", Fraction, "2"),
            Case(() => new ActivityRegularization(l1: -1, name: "x"), "ActivityRegularization", "l1", NotNegative, "-1"),
            Case(() => new ActivityRegularization(l2: -2, name: "x"), "ActivityRegularization", "l2", NotNegative, "-2"),
            Case(() => new Cropping1D(-1, name: "x"), "Cropping1D", "cropping", "at least 0", "(-1, -1)"),
            Case(() => new Cropping2D([(1, 1)], name: "x"), "Cropping2D", "cropping", "2 sizes or pairs", "(1, 1)"),
            Case(() => new Cropping3D((1, 1), name: "x"), "Cropping3D", "cropping", "3 sizes or pairs", "(1, 1)"),
            Case(() => new ZeroPadding1D(-2, name: "x"), "ZeroPadding1D", "padding", "at least 0", "(-2, -2)"),
            Case(() => new ZeroPadding2D(1, "NHWC", name: "x"), "ZeroPadding2D", "dataFormat", Format, "\"NHWC\""),
            Case(() => new ZeroPadding3D([1, 2], name: "x"), "ZeroPadding3D", "padding", "3 sizes or pairs", "(2, 2)"),
            Case(() => new UpSampling1D(0, name: "x"), "UpSampling1D", "size", "at least 1", "(0)"),
            Case(() => new UpSampling2D(-1, name: "x"), "UpSampling2D", "size", "at least 1", "(-1)"),
            Case(
                () => new UpSampling2D(interpolation: "linear", name: "x"),
                "UpSampling2D",
                "interpolation",
                "one of \"nearest\"",
                "\"linear\""
            ),
            Case(() => new UpSampling3D((2, 2), name: "x"), "UpSampling3D", "size", "3 numbers", "(2, 2)"),
            Case(() => new Flatten("last", name: "x"), "Flatten", "dataFormat", Format, "\"last\""),
            Case(() => new Permute((1, 3), name: "x"), "Permute", "dims", "the numbers 1 to 2", "(1, 3)"),
            Case(() => new RepeatVector(0, name: "x"), "RepeatVector", "n", Least1, "0"),
            Case(() => new Reshape([null, null], name: "x"), "Reshape", "targetShape", "at most one unknown length", "(None, None)"),
            Case(() => new Dot((1, 2, 3), name: "x"), "Dot", "axes", "one axis or two", "(1, 2, 3)"),
            Case(() => new LSTM(0, name: "x"), "LSTM", "units", Least1, "0"),
            Case(() => new GRU(2, dropout: 2, name: "x"), "GRU", "dropout", Fraction, "2"),
            Case(() => new SimpleRNN(2, recurrentDropout: -0.5, name: "x"), "SimpleRNN", "recurrentDropout", Fraction, "-0.5"),
            Case(() => new LSTMCell(2, dropout: -1, name: "x"), "LSTMCell", "dropout", Fraction, "-1"),
            Case(() => new GRUCell(0, name: "x"), "GRUCell", "units", Least1, "0"),
            Case(() => new SimpleRNNCell(-1, name: "x"), "SimpleRNNCell", "units", Least1, "-1"),
            Case(() => new StackedRNNCells([], name: "x"), "StackedRNNCells", "cells", "one cell or more", "an empty list"),
            Case(() => new RNN((RecurrentCell)null!, name: "x"), "RNN", "cell", "must not be null"),
            Case(() => new TimeDistributed(null!, name: "x"), "TimeDistributed", "layer", "must not be null"),
            Case(() => new Bidirectional(null!, name: "x"), "Bidirectional", "layer", "must not be null"),
            Case(
                () => new Bidirectional(new GRU(2), "add", name: "x"),
                "Bidirectional",
                "mergeMode",
                "must be one of \"concat\"",
                "\"add\""
            ),
            Case(
                () => new Bidirectional(new GRU(2), backwardLayer: new GRU(2), name: "x"),
                "Bidirectional",
                "backwardLayer",
                "the opposite goBackwards",
                "got False and False"
            ),
        ];

    public static IEnumerable<TestCaseData> Applications =>
        [
            Case(() => new BatchNormalization(axis: 3, name: "x").Apply(Keras.Input([4])), "BatchNormalization", "axis", "rank 2", "3"),
            Case(() => new LayerNormalization(axis: -3, name: "x").Apply(Keras.Input([4])), "LayerNormalization", "axis", "rank 2", "-3"),
            Case(() => new Softmax(2, name: "x").Apply(Keras.Input([4])), "Softmax", "axis", "rank 2", "2"),
            Case(() => new PReLU(sharedAxes: 2, name: "x").Apply(Keras.Input([4])), "PReLU", "sharedAxes", "rank 2", "2"),
            Case(() => new Dot(0, name: "x").Apply([Keras.Input([4]), Keras.Input([4])]), "Dot", "axes", "must not name axis 0", "0"),
            Case(() => new Dot(2, name: "x").Apply([Keras.Input([4]), Keras.Input([4])]), "Dot", "axes", "rank 2", "2"),
        ];

    /// <summary>Layers whose constructor takes nothing that could be wrong before there is an input.</summary>
    private static readonly string[] Unchecked =
    [
        "Add",
        "Average",
        "Concatenate",
        "ELU",
        "Functional",
        "Identity",
        "Masking",
        "Maximum",
        "Minimum",
        "Model",
        "Multiply",
        "Sequential",
        "Subtract",
    ];

    [Test]
    public void EveryLayerIsInTheTable() =>
        Assert.That(
            KerasObjects
                .Names<Layer>()
                .Where(name => !name.Contains('>'))
                .Except(Unchecked)
                .Except(Constructors.Select(data => (string)data.Arguments[1]!)),
            Is.Empty
        );

    [TestCaseSource(nameof(Constructors))]
    [TestCaseSource(nameof(Applications))]
    public void SaysWhatIsWrong(Func<object> make, string layer, string argument, string expected, string? got)
    {
        var message = Assert.Catch<ArgumentException>(() => make())!.Message;
        Assert.That(message, Does.StartWith($"Layer 'x' ({layer}): {argument} ").And.Contain(expected));
        if (got is not null)
            Assert.That(message[message.IndexOf("got ", StringComparison.Ordinal)..], Does.Contain(got));
        Assert.That(message, Does.Match(@"\. (Give|Use|Change|Leave|Name|Choose|Make|Write) "), "what to do");
    }

    [Test]
    public void KnownInterpolationThatIsNotBuilt() =>
        Assert.That(
            () => new UpSampling2D(interpolation: "bicubic"),
            Throws.TypeOf<NotSupportedException>().With.Message.Contain("bicubic")
        );

    [TestCase("LSTMCell")]
    [TestCase("GRUCell")]
    [TestCase("SimpleRNNCell")]
    public void WrongArgumentInAConfig(string className)
    {
        var json = new Config
        {
            ["class_name"] = className,
            ["config"] = new Config { ["name"] = "x", ["units"] = 0 },
        };
        Assert.That(() => Layer.FromConfig(json), Throws.InstanceOf<ArgumentException>().With.Message.Contain($"'x' ({className}): units"));
    }

    private static TestCaseData Case(Func<object> make, string layer, string argument, string expected, string? got = null) =>
        new TestCaseData(make, layer, argument, expected, got).SetArgDisplayNames(layer, argument, got ?? "null");
}
