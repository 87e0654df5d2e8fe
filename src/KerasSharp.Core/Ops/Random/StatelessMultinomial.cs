using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    internal static readonly OpDefinition StatelessMultinomialDefinition = new(
        "StatelessMultinomial(logits: T, num_samples: int32, seed: Tseed) -> output: output_dtype | "
            + "T: type, Tseed: type = int64, output_dtype: type = int64",
        context =>
        {
            context.WithRank(1, 0);
            return [Shape.Of(context.WithRank(0, 2)[0], context.Ints(1) is [var samples] ? samples : -1)];
        }
    );

    /// <summary>Draws classes with the probabilities softmax(logits).</summary>
    /// <param name="logits">[batch, classes].</param>
    /// <param name="numSamples">How many to draw for each row, an int32 scalar.</param>
    /// <param name="seed">Two integers, which fix the draws.</param>
    /// <param name="outputDtype">int64 or int32.</param>
    /// <param name="name">A name hint.</param>
    /// <returns>[batch, numSamples].</returns>
    public static Tensor StatelessMultinomial(
        Tensor logits,
        Tensor numSamples,
        Tensor seed,
        DType outputDtype = DType.Int64,
        string? name = null
    ) => Make(StatelessMultinomialDefinition, [logits, numSamples, seed], new Attributes { ["output_dtype"] = outputDtype }, name);
}
