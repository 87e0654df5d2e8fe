using KerasSharp.Saving;

namespace KerasSharp.Losses;

/// <summary>
/// How far predictions are from what they should be: written as its Keras name, <c>"mse"</c>, as an object, or as a function of the two
/// tensors.
/// </summary>
public abstract class Loss : IKerasObject
{
    /// <summary>A loss.</summary>
    /// <param name="reduction">How losses of samples become one number; see <see cref="Reduction"/>.</param>
    /// <param name="name">The name in logs; the class's name in snake case by default.</param>
    /// <exception cref="ArgumentException">The reduction is not one of Keras's.</exception>
    protected Loss(string? reduction = LossReduction.SumOverBatchSize, string? name = null)
    {
        Reduction = LossReduction.Check(reduction);
        Name = name ?? SnakeCase.Of(GetType().Name);
    }

    /// <summary>The name in logs.</summary>
    public string Name { get; }

    /// <summary>
    /// <c>sum_over_batch_size</c> (or <c>mean</c>), the sum divided by the number of losses; <c>mean_with_sample_weight</c>, divided by the sum
    /// of weights; <c>sum</c>; or <c>none</c>.
    /// </summary>
    public string Reduction { get; }

    /// <inheritdoc/>
    public virtual string ClassName => GetType().Name;

    /// <inheritdoc/>
    public virtual string Module => "keras.losses";

    /// <summary>The loss of each sample (and step), not reduced.</summary>
    /// <param name="yTrue">What should be predicted.</param>
    /// <param name="yPred">What is predicted.</param>
    public abstract Tensor Call(Tensor yTrue, Tensor yPred);

    /// <summary>The loss, weighted and reduced as Keras 3 does.</summary>
    /// <param name="yTrue">What should be predicted.</param>
    /// <param name="yPred">What is predicted.</param>
    /// <param name="sampleWeight">A factor of each loss; none by default.</param>
    /// <param name="mask">Which steps count; the mean is over those that do.</param>
    public Tensor Compute(Tensor yTrue, Tensor yPred, Tensor? sampleWeight = null, Tensor? mask = null) =>
        LossReduction.Apply(Call(yTrue, yPred), sampleWeight, mask, Reduction);

    /// <inheritdoc/>
    public virtual Config GetConfig() => new() { ["name"] = Name, ["reduction"] = Reduction };

    /// <summary>The loss of Keras's name.</summary>
    /// <exception cref="ArgumentException">There is no such loss; the message lists those there are.</exception>
    public static implicit operator Loss(string name) => KerasObjects.Deserialize<Loss>(name)!;

    /// <summary>The loss that a function computes.</summary>
    public static implicit operator Loss(Func<Tensor, Tensor, Tensor> function) => new FunctionLoss(function);
}
