using KerasSharp.Graphs;
using KerasSharp.Ops;

namespace KerasSharp.Engines.TensorFlow.Translation.Substitutes;

/// <summary>
/// The gradient of a Relu whose outputs are pooled by their largest. A window's gradient goes to its largest element, whose sign is that of the pooled
/// value, so the sign can be asked of the pooled values, which are fewer.
/// </summary>
internal static class PooledRelu
{
    public static Tensor? OfGradient(Operation operation)
    {
        var (gradient, features) = (operation.Inputs[0], operation.Inputs[1]);
        if (gradient.Operation is not { Type: "MaxPoolGrad" } pooling || pooling.Inputs[0] != features)
            return null;
        var pooled = pooling.Inputs[1];
        return Repetition.Of(pooling, [features, pooled, Op.ReluGrad(pooling.Inputs[2], pooled)]);
    }
}
