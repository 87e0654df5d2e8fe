using NumSharp;

namespace KerasSharp;

/// <summary>Weights of samples from weights of classes.</summary>
internal static class ClassWeights
{
    /// <summary>For each sample the weight of its class (1 where none is given), times its own weight.</summary>
    /// <exception cref="NotSupportedException">The model has several outputs.</exception>
    public static NDArray Of(NDArray[] targets, IReadOnlyDictionary<int, double> classWeight, NDArray[] weights)
    {
        if (targets.Length != 1)
            throw new NotSupportedException("classWeight is for models with one output; give sampleWeight for each output instead.");
        var y = targets[0];
        bool oneHot = y.shape.Length > 1 && y.shape[^1] > 1;
        var labels = (oneHot ? np.argmax(y, (int)y.shape.Length - 1) : y).astype(np.int32).ravel().ToArray<int>();
        var values = labels.Select(label => (float)classWeight.GetValueOrDefault(label, 1)).ToArray();
        if (weights.Length > 0)
        {
            var own = weights[0].ravel().ToArray<float>();
            for (int i = 0; i < values.Length; i++)
                values[i] *= own[i];
        }
        return np.array(values);
    }
}
