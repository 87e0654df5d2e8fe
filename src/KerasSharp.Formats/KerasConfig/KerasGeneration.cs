namespace KerasSharp.Formats.KerasConfig;

/// <summary>The generations of Keras, whose files differ.</summary>
internal enum KerasGeneration
{
    /// <summary>Keras up to 1.2 (2015–2017).</summary>
    Keras1 = 1,

    /// <summary>Keras 2 and TensorFlow's Keras up to 2.15, and tf_keras.</summary>
    Keras2 = 2,

    /// <summary>Keras since 3.0.</summary>
    Keras3 = 3,
}
