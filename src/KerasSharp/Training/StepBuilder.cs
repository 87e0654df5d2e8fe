using KerasSharp.Engines;
using KerasSharp.Layers;
using KerasSharp.Ops;

namespace KerasSharp;

/// <summary>Builds the graph of a training or test step: forward, loss, metrics, and for training gradients and updates, all as one function.</summary>
/// <param name="model">The model.</param>
/// <param name="options">What it was compiled with.</param>
/// <param name="training">Whether the step trains.</param>
internal sealed class StepBuilder(Model model, CompiledOptions options, bool training)
{
    private readonly SortedDictionary<string, Tensor> logs = new(StringComparer.Ordinal);
    private readonly List<(Variable Variable, Tensor Value)> updates = [];
    private readonly List<Variable> state = [];

    /// <summary>Compiles the step.</summary>
    /// <param name="inputs">Placeholders of the model's inputs.</param>
    /// <param name="targets">Placeholders of the targets, one an output, null or none where none are needed.</param>
    /// <param name="weights">Placeholders of sample weights, one an output, null or none where all count the same.</param>
    public StepFunction Build(Tensor[] inputs, Tensor?[] targets, Tensor?[] weights)
    {
        var context = new CallContext(training);
        var outputs = model.Replay(inputs, context);
        var total = TotalLoss(outputs, targets, weights, context);
        if (training)
            updates.AddRange(model.TrainStep(total, options.Optimizer));
        updates.AddRange(context.Updates.Where(update => updates.All(other => other.Variable != update.Variable)));
        Track("loss", total, Batch(inputs[0]));
        AddMetrics(outputs, targets, weights, context);
        var executable = Engine.Current.Compile(
            [.. inputs, .. targets.OfType<Tensor>(), .. weights.OfType<Tensor>()],
            [.. logs.Values],
            updates
        );
        return new StepFunction(executable, [.. logs.Keys], [.. state.Distinct()]);
    }

    private Tensor TotalLoss(IReadOnlyList<Tensor> outputs, Tensor?[] targets, Tensor?[] weights, CallContext context)
    {
        var terms = new List<Tensor>();
        for (int i = 0; i < outputs.Count; i++)
        {
            if (options.Losses[i] is not { } loss)
                continue;
            var target = TargetCheck.Checked(model, i, loss, targets.ElementAtOrDefault(i), outputs[i]);
            var value = loss.Compute(target, outputs[i], weights.ElementAtOrDefault(i), context.Mask(outputs[i]));
            if (value.Shape.HasRank && value.Rank > 0)
                value = K.Mean(value);
            if (options.LossCount > 1)
                Track($"{model.TargetNames[i]}_loss", value, Op.Constant(1, DType.Float32));
            terms.Add(options.LossWeights[i] == 1 ? value : value * options.LossWeights[i]);
        }
        terms.AddRange(model.WeightLosses);
        terms.AddRange(context.Losses);
        return terms.Count > 0
            ? Op.AddN(terms)
            : throw new InvalidOperationException(
                $"Model '{model.Name}' has no loss to compute: give Compile a loss, or add one in a layer."
            );
    }

    private void AddMetrics(IReadOnlyList<Tensor> outputs, Tensor?[] targets, Tensor?[] weights, CallContext context)
    {
        var steps = new MetricSteps(model, options, outputs, targets, context);
        foreach (var (name, metric, changed) in steps.Run(weights))
        {
            updates.AddRange(changed);
            state.AddRange(metric.Variables);
            var values = changed.ToDictionary(update => update.Variable, update => update.Value);
            logs[name] = metric.Result(variable => values.GetValueOrDefault(variable, variable.Read()));
        }
    }

    /// <summary>A running mean since the last reset. Keras weighs the total by batch size, but counts each batch once for an output's loss.</summary>
    private void Track(string name, Tensor value, Tensor weight)
    {
        var (total, count) = options.Tracker($"{(training ? "" : "test_")}{name}");
        var newTotal = total.Read() + Op.Cast(value, DType.Float32) * weight;
        var newCount = count.Read() + weight;
        updates.AddRange([(total, newTotal), (count, newCount)]);
        state.AddRange([total, count]);
        logs[name] = Op.DivNoNan(newTotal, newCount);
    }

    private static Tensor Batch(Tensor tensor) => Op.Cast(K.Dimension(tensor, 0), DType.Float32);
}
