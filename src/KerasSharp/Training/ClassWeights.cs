using NumSharp;

namespace KerasSharp;

/// <summary>Weights of samples from weights of classes.</summary>
internal static class ClassWeights
{
    /// <summary>For each sample the weight of its class (1 where none is given), times its own weight.</summary>
    /// <exception cref="NotSupportedException">The model has several outputs.</exception>
    public static NDArray Of(NDArray?[] targets, IReadOnlyDictionary<int, double> classWeight, NDArray?[] weights)
    {
        if (targets is not [{ } y])
            throw new NotSupportedException("classWeight is for models with one output; give sampleWeight for each output instead.");
        bool oneHot = y.shape.Length > 1 && y.shape[^1] > 1;
        var classes = (oneHot ? np.argmax(y, y.shape.Length - 1) : y).astype(np.float64).ravel().ToArray<double>();
        if (classes.Length != y.shape[0])
            throw new NotSupportedException(
                $"classWeight is for one class a sample; y has shape {Shape.Of(y.shape)}. Give sampleWeight for each element instead."
            );
        var values = classes.Select(label => (float)classWeight.GetValueOrDefault((int)Math.Round(label), 1)).ToArray();
        var all = np.array(values);
        if (weights is not [{ } own])
            return all;
        return own.shape.Length == 1 ? own * all : own * all.reshape([values.Length, .. Enumerable.Repeat(1, own.shape.Length - 1)]);
    }
}
