using KerasSharp.Constraints;
using KerasSharp.Ops;

namespace KerasSharp.Optimizers;

/// <content>One step.</content>
public abstract partial class Optimizer
{
    /// <summary>The updates of one step: the variables, the slots, the count.</summary>
    /// <param name="gradients">Variables and the gradients of the (scaled) loss.</param>
    /// <param name="constraints">The constraints of variables that have one.</param>
    /// <returns>Each changed variable with its new value, a function of the values before the step.</returns>
    /// <exception cref="ArgumentException">There are no gradients, or a variable is unknown to the optimizer.</exception>
    public IReadOnlyList<(Variable Variable, Tensor Value)> Apply(
        IReadOnlyList<(Variable Variable, Tensor Gradient)> gradients,
        IReadOnlyDictionary<Variable, Constraint>? constraints = null
    )
    {
        if (gradients.Count == 0)
            throw new ArgumentException(
                $"Optimizer '{Name}': no gradients provided for any variable. Check that the loss depends on trainable weights."
            );
        Build([.. gradients.Select(pair => pair.Variable)]);
        var raw = Iteration.Read();
        var iterations = GradientAccumulationSteps is { } n ? Op.FloorDiv(raw, Op.Constant(n, DType.Int64)) : raw;
        var step = new OptimizerStep(this, iterations);
        var unscaled = gradients.Select(pair => LossScaleFactor is { } f ? pair.Gradient / f : pair.Gradient).ToList();
        var known = gradients.Select(pair => pair.Variable).ToList();
        if (GradientAccumulationSteps is { } steps)
            Accumulate(
                step,
                known,
                unscaled,
                steps,
                Op.Equal(Op.FloorMod(raw + 1.0, Op.Constant(steps, DType.Int64)), Op.Constant(0, DType.Int64))
            );
        else
            Update(step, known, unscaled);
        if (UseEma)
            UpdateAverages(step, iterations);
        foreach (var variable in known)
            if (constraints?.GetValueOrDefault(variable) is { } constraint)
                step.Set(variable, constraint.Call(step.Values[variable]));
        step.Set(Iteration, raw + 1.0);
        return [.. step.Values.Select(pair => (pair.Key, pair.Value))];
    }

    /// <summary>What is done once a step before the variables are updated.</summary>
    /// <param name="step">The step.</param>
    protected virtual void BeginStep(OptimizerStep step) { }

    private void Update(OptimizerStep step, List<Variable> known, List<Tensor> gradients)
    {
        BeginStep(step);
        var clipped = Clip(gradients);
        for (int i = 0; i < known.Count; i++)
        {
            var value = known[i].Read();
            if (WeightDecay is { } decay)
                value -= value * decay * step.LearningRate(value.DType);
            step.Set(known[i], UpdateStep(step, Op.Cast(clipped[i], value.DType), value, known[i]));
        }
    }

    private void Accumulate(OptimizerStep step, List<Variable> known, List<Tensor> gradients, int steps, Tensor isUpdate)
    {
        var sums = known.Select((variable, i) => gradients[i] + step.Read(variable, Accumulator)).ToList();
        Update(step, known, [.. sums.Select(sum => sum / steps)]);
        foreach (var variable in step.Values.Keys.ToList())
            step.Set(variable, Op.SelectV2(isUpdate, step.Values[variable], variable.Read()));
        for (int i = 0; i < known.Count; i++)
            step.Set(known[i], Accumulator, Op.SelectV2(isUpdate, Op.ZerosLike(sums[i]), sums[i]));
    }

    private void UpdateAverages(OptimizerStep step, Tensor iterations)
    {
        foreach (var variable in built!)
        {
            var value = step.Values.TryGetValue(variable, out var changed) ? changed : variable.Read();
            var momentum = Op.Cast(Op.NotEqual(iterations, Op.Constant(0, DType.Int64)), variable.DType) * EmaMomentum;
            var average = step.Set(variable, Average, momentum * step.Read(variable, Average) + (1.0 - momentum) * value);
            if (EmaOverwriteFrequency is { } frequency)
            {
                var overwrite = Op.Equal(Op.FloorMod(iterations + 1.0, Op.Constant(frequency, DType.Int64)), Op.Constant(0, DType.Int64));
                step.Set(variable, Op.SelectV2(overwrite, average, value));
            }
        }
    }

    private List<Tensor> Clip(List<Tensor> gradients)
    {
        if (ClipNorm is > 0 and var norm)
            return [.. gradients.Select(gradient => ClipByNorm(gradient, norm))];
        if (ClipValue is > 0 and var limit)
            return
            [
                .. gradients.Select(gradient =>
                    Op.ClipByValue(gradient, Op.Constant(-limit, gradient.DType), Op.Constant(limit, gradient.DType))
                ),
            ];
        if (GlobalClipNorm is not > 0)
            return gradients;
        var global = Op.Sqrt(Op.AddN([.. gradients.Select(gradient => K.Sum(Op.Square(Op.Cast(gradient, DType.Float32))))]));
        var bound = GlobalClipNorm.Value;
        var scale = bound * Op.Minimum(1.0 / global, Op.Constant(1.0 / bound)) + (global - global);
        return [.. gradients.Select(gradient => gradient * Op.Cast(scale, gradient.DType))];
    }

    private static Tensor ClipByNorm(Tensor gradient, double norm)
    {
        var squares = K.Sum(Op.Square(gradient));
        var isPositive = Op.Greater(squares, Op.Constant(0, gradient.DType));
        var length = Op.SelectV2(isPositive, Op.Sqrt(Op.SelectV2(isPositive, squares, Op.OnesLike(squares))), squares);
        return gradient * norm / Op.Maximum(length, Op.Constant(norm, gradient.DType));
    }
}
