using KerasSharp.Gradients;
using KerasSharp.Optimizers;

namespace KerasSharp;

/// <content>What the model is trained with.</content>
public partial class Model
{
    private readonly Dictionary<string, StepFunction> stepFunctions = new(StringComparer.Ordinal);
    private CompiledOptions? compiled;
    private LossList? lossArgument;
    private (double[]? Weights, MetricList? Metrics, MetricList? Weighted) metricArguments;
    private Optimizer? optimizer;

    /// <summary>The optimizer that <see cref="Compile"/> was given; null before.</summary>
    public Optimizer? Optimizer => optimizer;

    /// <summary>Says how the model is trained. Freezing and unfreezing act at the next call of this.</summary>
    /// <param name="optimizer">The optimizer, <c>"rmsprop"</c> by default.</param>
    /// <param name="loss">The loss: one for all outputs, a list, or a dictionary by output name.</param>
    /// <param name="metrics">Metrics that ignore sample weights.</param>
    /// <param name="weightedMetrics">Metrics that heed sample weights.</param>
    /// <param name="lossWeights">The factor of each output's loss in the total; 1 by default.</param>
    public void Compile(
        Optimizer? optimizer = null,
        LossList? loss = null,
        MetricList? metrics = null,
        MetricList? weightedMetrics = null,
        double[]? lossWeights = null
    )
    {
        this.optimizer = optimizer ?? "rmsprop";
        lossArgument = loss;
        metricArguments = (lossWeights, metrics, weightedMetrics);
        compiled = null;
        ForgetSteps();
    }

    /// <summary>
    /// The updates of one training step; override it to train in a way of one's own. By default the optimizer's for the gradients of the loss
    /// with respect to the trainable weights.
    /// </summary>
    /// <param name="loss">The total loss, a scalar.</param>
    /// <param name="optimizer">The optimizer.</param>
    /// <returns>Variables and their new values.</returns>
    protected internal virtual IReadOnlyList<(Variable Variable, Tensor Value)> TrainStep(Tensor loss, Optimizer optimizer)
    {
        var weights = TrainableWeights;
        var gradients = GradientBuilder.Gradients([optimizer.ScaleLoss(loss)], [.. weights.Select(weight => weight.Read())]);
        var pairs = weights.Zip(gradients).Where(pair => pair.Second is not null).Select(pair => (pair.First, pair.Second!)).ToList();
        return pairs.Count == 0 ? [] : optimizer.Apply(pairs, Constraints);
    }

    private CompiledOptions Options()
    {
        if (optimizer is null)
            throw new InvalidOperationException(
                $"Model '{Name}' is not compiled. Call Compile(optimizer, loss) before Fit, Evaluate or TrainOnBatch."
            );
        if (compiled is not null)
            return compiled;
        var outputs = OutputNames;
        var weights = metricArguments.Weights ?? [.. outputs.Select(_ => 1.0)];
        if (weights.Length != outputs.Count)
            throw new ArgumentException($"Model '{Name}' has {outputs.Count} outputs; {weights.Length} loss weights came.");
        return compiled = new CompiledOptions(
            optimizer,
            (lossArgument ?? []).For(Name, outputs, lossArgument is null),
            weights,
            (metricArguments.Metrics ?? []).For(Name, outputs),
            (metricArguments.Weighted ?? []).For(Name, outputs)
        );
    }

    private void ForgetSteps()
    {
        foreach (var step in stepFunctions.Values)
            step.Dispose();
        stepFunctions.Clear();
    }
}
