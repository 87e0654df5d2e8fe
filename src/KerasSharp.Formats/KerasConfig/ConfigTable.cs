using static KerasSharp.Formats.KerasConfig.ConfigValues;

namespace KerasSharp.Formats.KerasConfig;

/// <summary>
/// Every argument whose name or form differs between Keras 1, 2 and 3, a row each. Rows go by content, not by version: files of mixed origin
/// occur, and a row finds nothing to do in a config that is today's already.
/// </summary>
internal static class ConfigTable
{
    private const string Recurrent = "LSTM GRU SimpleRNN LSTMCell GRUCell SimpleRNNCell";
    private const string RecurrentLayers = "LSTM GRU SimpleRNN RNN ConvLSTM1D ConvLSTM2D ConvLSTM3D Bidirectional";
    private const string Convolutions = "Conv1D Conv2D Conv3D Conv2DTranspose SeparableConv2D SeparableConv1D DepthwiseConv2D";
    private const string Pools = "MaxPooling1D MaxPooling2D MaxPooling3D AveragePooling1D AveragePooling2D AveragePooling3D";
    private const string GlobalPools =
        "GlobalMaxPooling1D GlobalMaxPooling2D GlobalMaxPooling3D GlobalAveragePooling1D GlobalAveragePooling2D GlobalAveragePooling3D";
    private const string Reshapers =
        "UpSampling1D UpSampling2D UpSampling3D ZeroPadding1D ZeroPadding2D ZeroPadding3D Cropping1D Cropping2D Cropping3D Flatten";
    private const string Dropouts = "Dropout SpatialDropout1D SpatialDropout2D SpatialDropout3D GaussianDropout AlphaDropout";
    private const string Weighted = $"Dense {Convolutions} {Recurrent}";
    private const string Optimizers = "SGD RMSprop Adam AdamW Adagrad Adadelta Adamax Nadam Ftrl Lion Adafactor Lamb LossScaleOptimizer";

    /// <summary>The rows, in the order in which they act.</summary>
    public static IReadOnlyList<ConfigRow> Rows { get; } =
    [
        // Keras 1: weights.
        new("Embedding", "init", "embeddings_initializer", Initializer),
        new("Embedding", "W_regularizer", "embeddings_regularizer", Regularizer),
        new("Embedding", "W_constraint", "embeddings_constraint", Constraint),
        new("Embedding", "dropout", null, Neutral: Nodes.IsNothing),
        new(Weighted, "init", "kernel_initializer", Initializer),
        new(Recurrent, "inner_init", "recurrent_initializer", Initializer),
        new(Weighted, "W_regularizer", "kernel_regularizer", Regularizer),
        new(Recurrent, "U_regularizer", "recurrent_regularizer", Regularizer),
        new(Weighted, "b_regularizer", "bias_regularizer", Regularizer),
        new(Weighted, "W_constraint", "kernel_constraint", Constraint),
        new(Weighted, "b_constraint", "bias_constraint", Constraint),
        new(Weighted, "bias", "use_bias"),
        new("BatchNormalization", "beta_init", "beta_initializer", Initializer),
        new("BatchNormalization", "gamma_init", "gamma_initializer", Initializer),
        new("PReLU", "init", "alpha_initializer", Initializer),
        new("PReLU", "weights", null),
        // Keras 1: sizes.
        new($"Dense {Recurrent}", "output_dim", "units"),
        new($"Dense {Recurrent}", "input_dim", null),
        new($"Embedding {Recurrent} Conv1D", "input_length", null),
        new("Conv1D", "input_dim", null),
        new($"{Convolutions}", "nb_filter", "filters"),
        new("Conv1D", "filter_length", "kernel_size", AsList),
        new("Conv1D", "subsample_length", "strides", AsList),
        new(Convolutions, "subsample", "strides"),
        new(Convolutions, "atrous_rate", "dilation_rate"),
        new(Convolutions, "output_shape", null),
        new("MaxPooling1D AveragePooling1D", "pool_length", "pool_size", AsList),
        new("MaxPooling1D AveragePooling1D", "stride", "strides", AsList),
        new("UpSampling1D", "length", "size"),
        new($"{Convolutions} {Pools}", "border_mode", "padding"),
        new(
            $"{Convolutions} {Pools} {GlobalPools} {Reshapers} SpatialDropout2D SpatialDropout3D",
            "dim_ordering",
            "data_format",
            DataFormat
        ),
        // Keras 1: recurrent layers.
        new(Recurrent, "inner_activation", "recurrent_activation"),
        new(Recurrent, "dropout_W", "dropout"),
        new(Recurrent, "dropout_U", "recurrent_dropout"),
        new("LSTM LSTMCell", "forget_bias_init", "unit_forget_bias", IsOne),
        new(Recurrent, "consume_less", null),
        // Keras 1: the rest.
        new(Dropouts, "p", "rate"),
        new("GaussianNoise", "sigma", "stddev"),
        new("BatchNormalization", "mode", null, Neutral: Nodes.IsNothing),
        new("Merge", "output_mask", null, Neutral: Nodes.IsNothing),
        new("Reshape Permute RepeatVector", "input_dtype", null),
        // Keras 2.
        new("InputLayer", "batch_input_shape", "batch_shape"),
        new("InputLayer", "input_dtype", "dtype"),
        new(RecurrentLayers, "time_major", null, Neutral: Nodes.IsNothing),
        new($"{RecurrentLayers} {Recurrent}", "implementation", null),
        new("BatchNormalization", "axis", "axis", Alone),
        new("BatchNormalization", "fused", null),
        new("BatchNormalization", "virtual_batch_size", null, Neutral: Nodes.IsNothing),
        new("BatchNormalization", "adjustment", null, Neutral: Nodes.IsNothing),
        new("BatchNormalization", "renorm_clipping", null),
        new("BatchNormalization", "renorm_momentum", null),
        new("SpatialDropout1D SpatialDropout2D SpatialDropout3D", "noise_shape", null),
        new("SpatialDropout1D SpatialDropout2D SpatialDropout3D Discretization", "trainable", null),
        new("TextVectorization", "dtype", "dtype", TextType),
        new("LeakyReLU", "alpha", "negative_slope", Number),
        new("ReLU", "max_value", "max_value", Number),
        new("ReLU", "negative_slope", "negative_slope", Number),
        new("ReLU", "threshold", "threshold", Number),
        new("ELU", "alpha", "alpha", Number),
        new("DepthwiseConv2D SeparableConv2D SeparableConv1D", "groups", null, Neutral: value => value.AsNumber() is null or 1),
        new("DepthwiseConv2D SeparableConv2D SeparableConv1D", "kernel_initializer", null),
        new("DepthwiseConv2D SeparableConv2D SeparableConv1D", "kernel_regularizer", null, Neutral: Nodes.IsNothing),
        new("DepthwiseConv2D SeparableConv2D SeparableConv1D", "kernel_constraint", null, Neutral: Nodes.IsNothing),
        new("DepthwiseConv2D", "filters", null),
        new("MultiHeadAttention", "query_shape", null),
        new("MultiHeadAttention", "key_shape", null),
        new("MultiHeadAttention", "value_shape", null),
        new("MultiHeadAttention", "softmax_robust_masking", null, Neutral: Nodes.IsNothing),
        // Optimizers.
        new(Optimizers, "lr", "learning_rate"),
        new(Optimizers, "jit_compile", null),
        new(Optimizers, "is_legacy_optimizer", null),
        new(Optimizers, "schedule_decay", null),
        // Losses and metrics.
        new("*Loss", "reduction", "reduction", Reduction),
        new("*Loss", "fn", null),
        new("*Metric", "fn", null),
        // Everything.
        new("*Layer", "input_dtype", null),
        new("*Initializer", "dtype", null),
    ];
}
