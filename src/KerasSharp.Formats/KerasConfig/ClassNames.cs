using System.Collections.Frozen;

namespace KerasSharp.Formats.KerasConfig;

/// <summary>Classes that were renamed.</summary>
internal static class ClassNames
{
    private static readonly FrozenDictionary<string, string> Renamed = new Dictionary<string, string>
    {
        ["Model"] = "Functional",
        ["Convolution1D"] = "Conv1D",
        ["Convolution2D"] = "Conv2D",
        ["Convolution3D"] = "Conv3D",
        ["AtrousConvolution1D"] = "Conv1D",
        ["AtrousConvolution2D"] = "Conv2D",
        ["Deconvolution2D"] = "Conv2DTranspose",
        ["Convolution2DTranspose"] = "Conv2DTranspose",
        ["SeparableConvolution1D"] = "SeparableConv1D",
        ["SeparableConvolution2D"] = "SeparableConv2D",
        ["MaxPool1D"] = "MaxPooling1D",
        ["MaxPool2D"] = "MaxPooling2D",
        ["MaxPool3D"] = "MaxPooling3D",
        ["AvgPool1D"] = "AveragePooling1D",
        ["AvgPool2D"] = "AveragePooling2D",
        ["AvgPool3D"] = "AveragePooling3D",
        ["GlobalMaxPool1D"] = "GlobalMaxPooling1D",
        ["GlobalMaxPool2D"] = "GlobalMaxPooling2D",
        ["GlobalMaxPool3D"] = "GlobalMaxPooling3D",
        ["GlobalAvgPool1D"] = "GlobalAveragePooling1D",
        ["GlobalAvgPool2D"] = "GlobalAveragePooling2D",
        ["GlobalAvgPool3D"] = "GlobalAveragePooling3D",
        ["BatchNormalizationV1"] = "BatchNormalization",
        ["BatchNormalizationV2"] = "BatchNormalization",
        ["LSTMV2"] = "LSTM",
        ["GRUV2"] = "GRU",
        ["CuDNNLSTM"] = "LSTM",
        ["CuDNNGRU"] = "GRU",
        ["ThresholdedReLU"] = "ReLU",
    }.ToFrozenDictionary();

    /// <summary>The class's name today.</summary>
    public static string Today(string name) => Renamed.GetValueOrDefault(name, name);

    /// <summary>An optimizer's name without the mark of tf_keras (<c>Custom&gt;Adam</c>) and of its legacy optimizers.</summary>
    public static string Optimizer(string name) => name.StartsWith("Custom>", StringComparison.Ordinal) ? name["Custom>".Length..] : name;

    /// <summary>Whether a module is one of Keras.</summary>
    public static bool IsKeras(string module) =>
        module is "keras" or "tf_keras" or "keras_core" or "builtins"
        || module.StartsWith("keras.", StringComparison.Ordinal)
        || module.StartsWith("tf_keras.", StringComparison.Ordinal)
        || module.StartsWith("keras_core.", StringComparison.Ordinal)
        || module.StartsWith("tensorflow.keras.", StringComparison.Ordinal)
        || module.StartsWith("tensorflow.python.keras.", StringComparison.Ordinal);
}
