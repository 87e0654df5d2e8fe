namespace KerasSharp.Formats.Events;

/// <summary>Which kind of data a summary holds.</summary>
public enum SummaryDataClass
{
    /// <summary>Not told: the plugin knows. TensorFlow writes nothing else.</summary>
    Unknown,

    /// <summary>One number a step.</summary>
    Scalar,

    /// <summary>A tensor a step.</summary>
    Tensor,

    /// <summary>A list of byte strings a step, such as images.</summary>
    BlobSequence,
}
