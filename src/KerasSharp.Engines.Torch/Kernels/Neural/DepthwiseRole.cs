namespace KerasSharp.Engines.Torch.Kernels.Neural;

/// <summary>What is computed of a depthwise convolution.</summary>
internal enum DepthwiseRole
{
    /// <summary>The convolution.</summary>
    Output,

    /// <summary>The gradient of its input.</summary>
    Input,

    /// <summary>The gradient of its filter.</summary>
    Filter,
}
