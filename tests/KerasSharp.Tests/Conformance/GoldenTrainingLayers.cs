using KerasSharp.Layers;
using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Tests.Conformance;

/// <summary>The layers of their own that some golden models use, as their <c>custom_layers</c> describe them.</summary>
internal static class GoldenTrainingLayers
{
    public static void Register()
    {
        KerasObjects.Register<Layer>("golden>Distance", config => Layer.Restore(_ => new Distance(), config));
        KerasObjects.Register<Layer>("golden>Sampling", config => Layer.Restore(own => new Sampling(own.Get("weight", 1.0)), config));
    }

    private sealed class Distance : Layer
    {
        protected override IReadOnlyList<Tensor> Call(IReadOnlyList<Tensor> inputs, CallContext context)
        {
            var squares = K.Sum(Op.Square(inputs[0] - inputs[1]), [-1], keepDims: true);
            return [Op.Sqrt(Op.Maximum(squares, Op.Constant(1e-7)))];
        }
    }

    private sealed class Sampling(double weight) : Layer
    {
        protected override IReadOnlyList<Tensor> Call(IReadOnlyList<Tensor> inputs, CallContext context)
        {
            var (mean, logVariance, epsilon) = (inputs[0], inputs[1], inputs[2]);
            var terms = logVariance + 1.0 - Op.Square(mean) - Op.Exp(logVariance);
            context.AddLoss(K.Mean(K.Sum(terms, [-1]) * -0.5) * weight);
            return [mean + Op.Exp(logVariance * 0.5) * epsilon];
        }
    }
}
