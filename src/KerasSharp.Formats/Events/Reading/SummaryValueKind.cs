namespace KerasSharp.Formats.Events;

/// <summary>In which form a summary's value is kept.</summary>
public enum SummaryValueKind
{
    /// <summary>There is no value.</summary>
    None = 0,

    /// <summary>A number, TensorFlow 1's form.</summary>
    Simple = 2,

    /// <summary>A histogram in a form from before TensorFlow 1.</summary>
    Obsolete = 3,

    /// <summary>A picture, TensorFlow 1's form.</summary>
    Image = 4,

    /// <summary>A histogram, TensorFlow 1's form.</summary>
    Histogram = 5,

    /// <summary>A sound, TensorFlow 1's form.</summary>
    Audio = 6,

    /// <summary>A tensor, TensorFlow 2's form of everything.</summary>
    Tensor = 8,
}
