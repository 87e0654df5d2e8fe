using KerasSharp.Losses;
using KerasSharp.Ops;
using KerasSharp.Saving;

namespace KerasSharp.Metrics;

/// <summary>
/// Intersection over union: true positives / (true positives + false positives + false negatives), averaged over classes. The state is a
/// confusion matrix, of integers unless asked otherwise; integers truncate sample weights.
/// </summary>
public abstract class IoUBase : Metric
{
    private readonly Variable matrix;

    private protected IoUBase(
        int numClasses,
        int[] targetClassIds,
        string? name,
        DType dtype,
        int? ignoreClass,
        bool sparseTrue,
        bool sparsePred,
        int axis
    )
        : base(name, dtype)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(numClasses, 1);
        foreach (int id in targetClassIds)
            if (id < 0 || id >= numClasses)
                throw new ArgumentOutOfRangeException(nameof(targetClassIds), id, $"a target class is from 0 to {numClasses - 1}");
        (NumClasses, TargetClassIds, IgnoreClass, Axis) = (numClasses, targetClassIds, ignoreClass, axis);
        (SparseYTrue, SparseYPred) = (sparseTrue, sparsePred);
        matrix = AddVariable("total_confusion_matrix", Shape.Of(numClasses, numClasses));
    }

    /// <summary>The number of classes.</summary>
    public int NumClasses { get; }

    /// <summary>The classes that are averaged over.</summary>
    public IReadOnlyList<int> TargetClassIds { get; }

    /// <summary>A target class whose elements do not count; null for none.</summary>
    public int? IgnoreClass { get; }

    /// <summary>Whether targets are class numbers rather than one-hot.</summary>
    public bool SparseYTrue { get; }

    /// <summary>Whether predictions are class numbers rather than scores.</summary>
    public bool SparseYPred { get; }

    /// <summary>The axis of classes, of one-hot targets and of scores.</summary>
    public int Axis { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<(Variable Variable, Tensor Value)> Update(
        Tensor yTrue,
        Tensor yPred,
        Tensor? sampleWeight = null,
        Tensor? mask = null
    )
    {
        var target = Numbers(yTrue, SparseYTrue);
        var output = Numbers(Prepare(yPred), SparseYPred);
        var counts = Op.LogicalAnd(InRange(target), InRange(output));
        if (IgnoreClass is { } ignored)
            counts = Op.LogicalAnd(counts, Op.NotEqual(target, Op.Int(ignored)));
        var weight = LossReduction.ApplyMask(sampleWeight, mask, DType, rescale: false);
        var values = Op.Cast(counts, DType);
        if (weight is not null)
            values *= weight.Rank > 1 ? Op.Reshape(weight, -1) : weight;
        var cell = Op.SelectV2(counts, target * Op.Int(NumClasses) + output, Op.Int(-1));
        var added = Op.UnsortedSegmentSum(values, cell, Op.Int(NumClasses * NumClasses));
        return [(matrix, matrix.Read() + Op.Reshape(added, NumClasses, NumClasses))];
    }

    /// <inheritdoc/>
    public override Tensor Result(Func<Variable, Tensor> read)
    {
        var all = Op.Cast(read(matrix), DType.Float32);
        var hits = K.Sum(all * Op.Constant(IdentityMatrix.Value(NumClasses, NumClasses, 1, DType.Float32)), [0]);
        var union = Targets(K.Sum(all, [0]) + K.Sum(all, [1]) - hits);
        var present = Op.Greater(union, Op.Constant(1e-9));
        var iou = Op.SelectV2(present, Targets(hits) / (union + K.Epsilon), Op.Constant(0));
        return K.Sum(iou) / (K.Sum(Op.Cast(present, DType.Float32)) + K.Epsilon);
    }

    /// <summary>Some of the arguments, those that the class has, under Keras's names.</summary>
    private protected Config Arguments(params ReadOnlySpan<string> names)
    {
        var all = new Config
        {
            ["num_classes"] = NumClasses,
            ["target_class_ids"] = TargetClassIds,
            ["ignore_class"] = IgnoreClass,
            ["sparse_y_true"] = SparseYTrue,
            ["sparse_y_pred"] = SparseYPred,
            ["axis"] = Axis,
        };
        var own = new Config();
        foreach (var name in names)
            own[name] = all[name];
        return own;
    }

    /// <summary>What the predictions are turned into before their classes are looked at.</summary>
    private protected virtual Tensor Prepare(Tensor yPred) => yPred;

    private Tensor Numbers(Tensor x, bool sparse)
    {
        var numbers = Op.Cast(sparse ? x : Op.ArgMax(x, Op.Int(Axis)), DType.Int32);
        return numbers.Rank == 1 ? numbers : Op.Reshape(numbers, -1);
    }

    private Tensor InRange(Tensor numbers) => Op.LogicalAnd(Op.GreaterEqual(numbers, Op.Int(0)), Op.Less(numbers, Op.Int(NumClasses)));

    private Tensor Targets(Tensor x) => Op.GatherV2(x, Op.Ints([.. TargetClassIds.Select(id => (long)id)]), axis: 0);
}
