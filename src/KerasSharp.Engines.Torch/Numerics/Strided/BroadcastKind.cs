namespace KerasSharp.Engines.Torch.Numerics;

/// <summary>How two operands of an elementwise op lie to each other.</summary>
internal enum BroadcastKind
{
    /// <summary>Both have the result's elements in its order.</summary>
    Same,

    /// <summary>The left one has a single element.</summary>
    ScalarLeft,

    /// <summary>The right one has a single element.</summary>
    ScalarRight,

    /// <summary>The left one is a row, repeated for each row of the right one.</summary>
    RowLeft,

    /// <summary>The right one is a row, repeated for each row of the left one (a bias).</summary>
    RowRight,

    /// <summary>Anything else.</summary>
    General,
}
