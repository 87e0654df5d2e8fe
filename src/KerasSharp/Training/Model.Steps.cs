using KerasSharp.Engines;
using KerasSharp.Layers;
using KerasSharp.Ops;
using NumSharp;

namespace KerasSharp;

/// <content>Compiled steps, one batch at a time.</content>
public partial class Model
{
    private IExecutable? predictFunction;

    /// <summary>Trains on one batch. Metrics start anew.</summary>
    /// <returns>Loss and metrics of the batch.</returns>
    public Logs TrainOnBatch(
        DataArrays x,
        DataArrays y,
        DataArrays? sampleWeight = null,
        IReadOnlyDictionary<int, double>? classWeight = null
    ) => RunBatch(new TrainingData(this, x, y, sampleWeight, classWeight), training: true);

    /// <summary>Computes loss and metrics of one batch without training. Metrics start anew.</summary>
    public Logs TestOnBatch(DataArrays x, DataArrays y, DataArrays? sampleWeight = null) =>
        RunBatch(new TrainingData(this, x, y, sampleWeight, null), training: false);

    /// <summary>The outputs for one batch. May be called from many threads at once.</summary>
    public NDArray[] PredictOnBatch(DataArrays x) => RunPredict(ConvertInputs(x));

    /// <summary>The arrays in the types of the model's inputs.</summary>
    /// <exception cref="ArgumentException">Their number, rank or shape does not fit.</exception>
    internal NDArray[] ConvertInputs(DataArrays x)
    {
        if (IsFunctional && x.Count != Inputs.Count)
            throw new ArgumentException(
                $"Model '{Name}' has {Inputs.Count} inputs ({string.Join(", ", InputNames)}); {x.Count} arrays came."
            );
        var converted = new NDArray[x.Count];
        for (int i = 0; i < converted.Length; i++)
        {
            if (x[i] is null)
                throw new ArgumentException($"Model '{Name}': the array for input {i} is null.");
            var dtype = IsFunctional ? Inputs[i].DType : DType.Float32;
            converted[i] = HostArray.Convert(x[i], dtype, $"input {i} of model '{Name}'");
            var shape = Shape.Of(converted[i].shape);
            if (IsFunctional && !Inputs[i].Shape.IsCompatibleWith(shape))
                throw new ArgumentException(
                    $"Model '{Name}' expects shape {Inputs[i].Shape} for its input '{InputNames[i]}'; the array has shape {shape}. Reshape it, batch first."
                );
            if (shape.Rank == 0 || shape[0] != converted[0].shape[0])
                throw new ArgumentException(
                    $"Model '{Name}': all inputs need the same number of samples; the arrays have different lengths."
                );
        }
        return converted;
    }

    private NDArray[] RunPredict(NDArray[] inputs)
    {
        var function = predictFunction;
        if (function is null)
        {
            var placeholders = Placeholders(inputs, IsFunctional ? Inputs : null);
            var context = new CallContext();
            var outputs = Replay(placeholders, context);
            predictFunction = function = Engine.Current.Compile(placeholders, outputs, context.Updates);
        }
        return function.Run(inputs);
    }

    private Logs RunBatch(TrainingData data, bool training)
    {
        var step = Step(data, training);
        step.Reset();
        var logs = new Logs();
        step.Run(data.All, logs);
        return logs;
    }

    /// <summary>The step for data of this kind, compiled at the first.</summary>
    private StepFunction Step(TrainingData data, bool training)
    {
        var key =
            $"{training} {string.Join(' ', data.All.Select(array => $"{array.dtype.Name}{Shape.Of(array.shape).Slice(1)}"))} {data.Weights.Length}";
        if (stepFunctions.TryGetValue(key, out var step))
            return step;
        if (!Built)
            Replay(Placeholders(data.Inputs, null), new CallContext());
        var builder = new StepBuilder(this, Options(), training);
        step = builder.Build(
            Placeholders(data.Inputs, IsFunctional ? Inputs : null),
            Placeholders(data.Targets, null),
            Placeholders(data.Weights, null)
        );
        return stepFunctions[key] = step;
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
}
