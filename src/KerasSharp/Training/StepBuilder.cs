using KerasSharp.Engines;
using KerasSharp.Gradients;
using KerasSharp.Layers;
using KerasSharp.Metrics;
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
    /// <param name="targets">Placeholders of the targets.</param>
    /// <param name="weights">Placeholders of sample weights, one an output, or none.</param>
    public StepFunction Build(Tensor[] inputs, Tensor[] targets, Tensor[] weights)
    {
        var context = new CallContext(training);
        var outputs = model.Replay(inputs, context);
        if (outputs.Count != targets.Length)
            throw new ArgumentException($"Model '{model.Name}' has {outputs.Count} outputs; {targets.Length} arrays of targets came.");
        var total = TotalLoss(outputs, targets, weights, context);
        if (training)
            updates.AddRange(model.TrainStep(total, options.Optimizer));
        updates.AddRange(context.Updates.Where(update => updates.All(other => other.Variable != update.Variable)));
        Track("loss", total, Op.Cast(Batch(inputs[0]), DType.Float32));
        AddMetrics(outputs, targets, weights, context);
        var executable = Engine.Current.Compile([.. inputs, .. targets, .. weights], [.. logs.Values], updates);
        return new StepFunction(executable, [.. logs.Keys], [.. state]);
    }

    private Tensor TotalLoss(IReadOnlyList<Tensor> outputs, Tensor[] targets, Tensor[] weights, CallContext context)
    {
        var terms = new List<Tensor>();
        for (int i = 0; i < outputs.Count; i++)
        {
            if (options.Losses[i] is not { } loss)
                continue;
            var value = loss.Compute(targets[i], outputs[i], weights.Length > 0 ? weights[i] : null, context.Mask(outputs[i]));
            if (value.Shape.HasRank && value.Rank > 0)
                value = K.Mean(value);
            if (outputs.Count > 1)
                Track($"{model.OutputNames[i]}_loss", value, Op.Cast(Batch(outputs[i]), DType.Float32));
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

    private void AddMetrics(IReadOnlyList<Tensor> outputs, Tensor[] targets, Tensor[] weights, CallContext context)
    {
        var used = new HashSet<string>(logs.Keys, StringComparer.Ordinal);
        for (int i = 0; i < outputs.Count; i++)
        {
            var prefix = outputs.Count > 1 ? $"{model.OutputNames[i]}_" : "";
            var mask = context.Mask(outputs[i]);
            foreach (var spec in options.Metrics[i])
                AddMetric(spec.Resolve(targets[i].Shape, outputs[i].Shape), prefix, targets[i], outputs[i], null, mask, used);
            foreach (var spec in options.WeightedMetrics[i])
                AddMetric(
                    spec.Resolve(targets[i].Shape, outputs[i].Shape),
                    prefix,
                    targets[i],
                    outputs[i],
                    weights.Length > 0 ? weights[i] : null,
                    mask,
                    used
                );
        }
    }

    private void AddMetric(Metric metric, string prefix, Tensor target, Tensor output, Tensor? weight, Tensor? mask, HashSet<string> used)
    {
        var name = prefix + metric.Name;
        for (int copy = 1; !used.Add(name); copy++)
            name = $"{prefix}{metric.Name}_{copy}";
        var changed = metric.Update(target, output, weight, mask).ToDictionary(update => update.Variable, update => update.Value);
        updates.AddRange(changed.Select(pair => (pair.Key, pair.Value)));
        state.AddRange(metric.Variables);
        logs[name] = metric.Result(variable => changed.GetValueOrDefault(variable, variable.Read()));
    }

    /// <summary>A running mean since the last reset, weighted by batch size.</summary>
    private void Track(string name, Tensor value, Tensor weight)
    {
        var total = new Variable($"{name}_total", Op.Constant(0, DType.Float32), trainable: false);
        var count = new Variable($"{name}_count", Op.Constant(0, DType.Float32), trainable: false);
        var newTotal = total.Read() + Op.Cast(value, DType.Float32) * weight;
        var newCount = count.Read() + weight;
        updates.AddRange([(total, newTotal), (count, newCount)]);
        state.AddRange([total, count]);
        logs[name] = Op.DivNoNan(newTotal, newCount);
    }

    private static Tensor Batch(Tensor tensor) => K.Dimension(tensor, 0);
}
