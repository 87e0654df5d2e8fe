using KerasSharp.Graphs;
using KerasSharp.Ops;

namespace KerasSharp.Engines.TensorFlow.Translation.Substitutes;

/// <summary>
/// The gradient of a maximum over channels. TensorFlow pools channels only in windows side by side, which are the rows of a reshaped image.
/// </summary>
internal static class DepthPooling
{
    public static Tensor? OfGradient(Operation operation)
    {
        long window = operation.Attributes.Get<long[]>("ksize")[^1];
        if (window <= 1 || !operation.Attributes.Get<string>("data_format").EndsWith('C'))
            return null;
        long[] size = [1, 1, window, 1];
        var input = Op.Reshape(operation.Inputs[0], Op.Ints(1, -1, window, 1));
        var output = Op.Reshape(operation.Inputs[1], Op.Ints(1, -1, 1, 1));
        var gradient = Op.Reshape(operation.Inputs[2], Op.Ints(1, -1, 1, 1));
        return Op.Reshape(Op.MaxPoolGrad(input, output, gradient, size, size, "VALID"), Op.ShapeOf(operation.Inputs[0]));
    }
}
