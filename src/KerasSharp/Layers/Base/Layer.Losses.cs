using KerasSharp.Ops;

namespace KerasSharp.Layers;

public abstract partial class Layer
{
    /// <summary>
    /// The penalties on the weights of this layer and those inside, a scalar a regularized weight; none of frozen weights. The training
    /// step adds them to the loss, together with <see cref="CallContext.Losses"/>.
    /// </summary>
    public IReadOnlyList<Tensor> WeightLosses
    {
        get
        {
            var changed = TrainableWeights.ToHashSet();
            return
            [
                .. AllLayers()
                    .SelectMany(layer => layer.ownWeights)
                    .Where(weight => weight.Regularizer is not null && changed.Contains(weight.Variable))
                    .DistinctBy(weight => weight.Variable)
                    .Select(weight => weight.Regularizer!.Call(weight.Variable.Read())),
            ];
        }
    }

    private void AddActivityLoss(IReadOnlyList<Tensor> outputs, CallContext context)
    {
        if (ActivityRegularizer is null)
            return;
        foreach (var output in outputs.Where(output => output.DType.IsFloating()))
        {
            var batch = Op.Cast(Op.GatherV2(Op.ShapeOf(output), Op.Int(0), Op.Int(0)), output.DType);
            context.AddLoss(ActivityRegularizer.Call(output) / batch);
        }
    }
}
