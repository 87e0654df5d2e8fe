namespace KerasSharp.Losses;

/// <summary>What targets and predictions of a classification look like.</summary>
internal enum ClassificationKind
{
    /// <summary>One yes-or-no prediction a sample.</summary>
    Binary,

    /// <summary>A score a class, and targets that are class numbers.</summary>
    Sparse,

    /// <summary>A score a class, and one-hot targets.</summary>
    Categorical,
}
