using KerasSharp.Gradients;
using KerasSharp.Metrics;
using KerasSharp.Optimizers;

namespace KerasSharp;

/// <content>What the model is trained with.</content>
public partial class Model
{
    private CompiledOptions? compiled;
    private CompileArguments? arguments;

    /// <summary>The optimizer that <see cref="Compile"/> was given; null before.</summary>
    public Optimizer? Optimizer => arguments?.Optimizer;

    /// <summary>The metrics that were compiled, as far as a first batch has told what they are.</summary>
    internal IEnumerable<Metric> CompiledMetrics => compiled?.KnownMetrics ?? [];

    /// <summary>Says how the model is trained. Freezing and unfreezing act at the next call of this.</summary>
    /// <param name="optimizer">The optimizer, <c>"rmsprop"</c> by default.</param>
    /// <param name="loss">The loss: one for all outputs, a list, or a dictionary by output name.</param>
    /// <param name="metrics">Metrics that ignore sample weights.</param>
    /// <param name="weightedMetrics">Metrics that heed sample weights.</param>
    /// <param name="lossWeights">The factor of each output's loss in the total; 1 by default.</param>
    /// <exception cref="ArgumentException">A metric is unknown.</exception>
    public void Compile(
        Optimizer? optimizer = null,
        LossList? loss = null,
        MetricList? metrics = null,
        MetricList? weightedMetrics = null,
        LossWeights? lossWeights = null
    )
    {
        ThrowIfDisposed();
        foreach (var name in (metrics?.All ?? []).Concat(weightedMetrics?.All ?? []).Select(metric => metric.Identifier).OfType<string>())
            MetricNameCheck.Known(name);
        arguments = new CompileArguments(optimizer ?? "rmsprop", loss, metrics, weightedMetrics, lossWeights);
        ForgetFunctions();
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
        if (weights.Count == 0)
            TrainingWarnings.Write($"Model '{Name}' does not have any trainable weights.");
        var gradients = GradientBuilder.Gradients([optimizer.ScaleLoss(loss)], [.. weights.Select(weight => weight.Read())]);
        var pairs = weights.Zip(gradients).Where(pair => pair.Second is not null).Select(pair => (pair.First, pair.Second!)).ToList();
        return pairs.Count == 0 ? [] : optimizer.Apply(pairs, Constraints);
    }

    /// <summary>What the model was compiled with, for the outputs that it has. Needs a built model.</summary>
    /// <exception cref="InvalidOperationException">The model is not compiled.</exception>
    /// <exception cref="ArgumentException">Losses, weights or metrics do not fit the outputs.</exception>
    internal CompiledOptions Options()
    {
        CheckCompiled();
        ForgetChanged();
        if (compiled is not null)
            return compiled;
        var outputs = TargetNames;
        var loss = arguments!.Loss;
        return compiled = new CompiledOptions(
            arguments.Optimizer,
            (loss ?? []).For(Name, outputs, isOptional: loss is null),
            arguments.LossWeights?.For(Name, outputs) ?? [.. outputs.Select(_ => 1.0)],
            (arguments.Metrics ?? []).For(Name, outputs),
            (arguments.WeightedMetrics ?? []).For(Name, outputs)
        );
    }

    private void CheckCompiled()
    {
        ThrowIfDisposed();
        if (arguments is null)
            throw new InvalidOperationException(
                $"Model '{Name}' is not compiled. Call Compile(optimizer, loss) before Fit, Evaluate or TrainOnBatch."
            );
    }
}
