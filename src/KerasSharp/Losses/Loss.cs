using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Losses;

/// <summary>How wrong predictions are: written as its Keras name, <c>"mse"</c>, as an object, or as a function of targets and predictions.</summary>
public abstract class Loss : IKerasObject
{
    private static readonly string[] Reductions = ["sum_over_batch_size", "sum", "mean", "mean_with_sample_weight", "none"];

    /// <summary>A loss.</summary>
    /// <param name="reduction">
    /// How the samples' losses become one number: <c>sum_over_batch_size</c> or <c>mean</c> (the sum divided by their number), <c>sum</c>,
    /// <c>mean_with_sample_weight</c> (the sum divided by the sum of weights), <c>none</c> or null (not at all).
    /// </param>
    /// <param name="name">The name.</param>
    /// <exception cref="ArgumentException">There is no such reduction.</exception>
    protected Loss(string? reduction, string name)
    {
        if (reduction is not null && !Reductions.Contains(reduction))
            throw new ArgumentException($"'{reduction}' is no reduction. Use one of: {string.Join(", ", Reductions)}.", nameof(reduction));
        (Reduction, Name) = (reduction, name);
    }

    /// <summary>The name, such as <c>mean_squared_error</c>.</summary>
    public string Name { get; }

    /// <summary>How the samples' losses become one number; null for not at all.</summary>
    public string? Reduction { get; }

    /// <summary>The string that the loss was made from, such as <c>mse</c>, which is what Keras's files then hold; else null.</summary>
    public string? Identifier { get; private set; }

    /// <inheritdoc/>
    public virtual string ClassName => GetType().Name;

    /// <inheritdoc/>
    public virtual string Module => "keras.losses";

    /// <summary>The losses of samples, not reduced.</summary>
    /// <param name="yTrue">The targets.</param>
    /// <param name="yPred">The predictions.</param>
    public abstract Tensor Call(Tensor yTrue, Tensor yPred);

    /// <summary>The loss, weighted, masked and reduced.</summary>
    /// <param name="yTrue">The targets, of any number type; they become float32.</param>
    /// <param name="yPred">The predictions; they become float32.</param>
    /// <param name="sampleWeight">Factors of the samples' losses: one a sample, or one an element of <see cref="Call"/>'s result.</param>
    /// <param name="mask">True where a loss counts; the mean is then over those that do.</param>
    public Tensor Compute(Tensor yTrue, Tensor yPred, Tensor? sampleWeight = null, Tensor? mask = null)
    {
        var (values, outputMask) = CallWithMask(Op.Cast(yTrue, DType.Float32), Op.Cast(yPred, DType.Float32));
        if (mask is not null && outputMask is not null)
            mask = Op.LogicalAnd(Op.Cast(mask, DType.Bool), outputMask);
        return LossReduction.Reduce(values, sampleWeight, mask ?? outputMask, Reduction);
    }

    /// <inheritdoc/>
    public virtual Config GetConfig() => new() { ["name"] = Name, ["reduction"] = Reduction };

    /// <summary>The loss of Keras's name.</summary>
    /// <exception cref="ArgumentException">There is no such loss; the message lists those there are.</exception>
    public static implicit operator Loss(string name)
    {
        var loss = KerasObjects.Deserialize<Loss>(name)!;
        loss.Identifier = name;
        return loss;
    }

    /// <summary>A function of targets and predictions as a loss.</summary>
    public static implicit operator Loss(Func<Tensor, Tensor, Tensor> function) => new LossFunctionWrapper(function);

    /// <summary>The losses of samples, and which of them count.</summary>
    private protected virtual (Tensor Values, Tensor? Mask) CallWithMask(Tensor yTrue, Tensor yPred) => (Call(yTrue, yPred), null);
}
