using KerasSharp.Engines;
using KerasSharp.Layers;
using KerasSharp.Ops;
using KerasSharp.Topology;
using NumSharp;

namespace KerasSharp;

/// <content>Compiled functions: made at the first data, kept until the model changes.</content>
public partial class Model : IDisposable
{
    private readonly Lock gate = new();
    private readonly TrainingLock training = new();
    private readonly Dictionary<string, StepFunction> stepFunctions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IExecutable> predictFunctions = new(StringComparer.Ordinal);
    private IReadOnlyList<Tensor>? traced;
    private Network? functionsOf;
    private bool disposed;

    /// <summary>
    /// Frees what training and prediction compiled. The weights can still be read; Compile, Fit, Evaluate and Predict then throw
    /// <see cref="ObjectDisposedException"/>.
    /// </summary>
    public void Dispose()
    {
        ForgetFunctions();
        disposed = true;
        GC.SuppressFinalize(this);
    }

    /// <summary>The outputs that targets belong to; empty before the model is built.</summary>
    internal IReadOnlyList<Tensor> TargetTensors => IsFunctional ? Outputs : traced ?? [];

    /// <summary>The names of these outputs; <c>output_1</c>, … where the model is no graph.</summary>
    internal IReadOnlyList<string> TargetNames => IsFunctional ? OutputNames : [.. (traced ?? []).Select((_, i) => $"output_{i + 1}")];

    /// <summary>Finds out the outputs of a model that is not built, or no graph, by running it on placeholders.</summary>
    internal void BuildFor(NDArray[] inputs)
    {
        if (!IsFunctional && traced is null)
            traced = Replay(Placeholders(inputs, null), new CallContext());
    }

    /// <summary>The step for data of this kind, compiled at the first.</summary>
    internal StepFunction Step(TrainingData data, bool training)
    {
        var options = Options();
        var key = $"{training}|{data.Kind}";
        if (stepFunctions.TryGetValue(key, out var step))
            return step;
        step = new StepBuilder(this, options, training).Build(
            Placeholders(data.Inputs, IsFunctional ? Inputs : null),
            OptionalPlaceholders(data.Targets, "target"),
            OptionalPlaceholders(data.Weights, "sample_weight")
        );
        return stepFunctions[key] = step;
    }

    private NDArray[] RunPredict(NDArray[] inputs)
    {
        CheckBatchSize(inputs);
        IExecutable? function;
        lock (gate)
        {
            ForgetChanged();
            var key = IsFunctional ? "" : string.Join(' ', inputs.Select(input => Shape.Of(input.shape).Slice(1)));
            if (!predictFunctions.TryGetValue(key, out function))
            {
                var placeholders = Placeholders(inputs, IsFunctional ? Inputs : null);
                var context = new CallContext();
                var outputs = Replay(placeholders, context);
                if (IsFunctional)
                    (key, functionsOf) = ("", Network);
                predictFunctions[key] = function = Engine.Current.Compile(placeholders, outputs, context.Updates);
            }
        }
        return function.Run(inputs);
    }

    private void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(disposed, this);

    /// <summary>Forgets all functions where layers were added to a Sequential, or taken away, since they were compiled.</summary>
    private void ForgetChanged()
    {
        if (!ReferenceEquals(functionsOf, Network))
            ForgetFunctions();
        functionsOf = Network;
    }

    private void ForgetFunctions()
    {
        foreach (var function in stepFunctions.Values.Cast<IDisposable>().Concat(predictFunctions.Values))
            function.Dispose();
        stepFunctions.Clear();
        predictFunctions.Clear();
        compiled = null;
        traced = null;
    }

    /// <summary>Placeholders for arrays with any number of samples; shapes as the model declares them where it does.</summary>
    private static Tensor[] Placeholders(NDArray[] arrays, IReadOnlyList<Tensor>? like) =>
        [
            .. arrays.Select(
                (array, i) =>
                    Op.Placeholder(
                        DTypeExtensions.DTypeOf(array),
                        like is null ? Shape.Of([-1, .. array.shape[1..]]) : like[i].Shape,
                        $"input_{i}"
                    )
            ),
        ];

    private static Tensor?[] OptionalPlaceholders(NDArray?[] arrays, string name) =>
        [
            .. arrays.Select(
                (array, i) =>
                    array is null
                        ? null
                        : Op.Placeholder(DTypeExtensions.DTypeOf(array), Shape.Of([-1, .. array.shape[1..]]), $"{name}_{i}")
            ),
        ];
}
