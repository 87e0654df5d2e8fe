namespace KerasSharp.Testing.Gradients;

/// <summary>What becomes of the gradient of a gradient.</summary>
internal enum SecondOrder
{
    /// <summary>It agrees with differences.</summary>
    Exact,

    /// <summary>The builder refuses it by name.</summary>
    Refused,

    /// <summary>It is the one of TensorFlow, which at these inputs is none.</summary>
    AsTensorFlow,
}
