namespace KerasSharp.Formats.Events;

/// <summary>Which data a metric is measured on.</summary>
public enum HParamDataset
{
    /// <summary>Not told.</summary>
    Unknown,

    /// <summary>The data trained on.</summary>
    Training,

    /// <summary>Data held back.</summary>
    Validation,
}
