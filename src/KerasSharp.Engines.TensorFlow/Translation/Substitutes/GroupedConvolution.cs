using KerasSharp.Graphs;
using KerasSharp.Ops;

namespace KerasSharp.Engines.TensorFlow.Translation.Substitutes;

/// <summary>Convolutions in groups, done group by group: TensorFlow's CPU has their gradients, and any over three axes, for one group only.</summary>
internal static class GroupedConvolution
{
    /// <summary>All groups of a convolution of images in float64: oneDNN, which takes float32, leaves parts of the result as memory happens to be.</summary>
    public static Tensor? ForwardImages(Operation operation) =>
        Groups(operation, operation.Inputs[0].Shape, operation.Inputs[1].Shape) is null ? null : DoublePrecision.Of(operation);

    /// <summary>Each group's channels with its filters.</summary>
    public static Tensor? Forward(Operation operation)
    {
        var (input, filter) = (operation.Inputs[0], operation.Inputs[1]);
        if (Groups(operation, input.Shape, filter.Shape) is not { } groups)
            return null;
        var (inputs, filters) = (Split(input, groups), Split(filter, groups));
        return Join(operation, inputs.Select((part, i) => Again(operation, part, filters[i])));
    }

    /// <summary>Each group's part of the gradient of the input.</summary>
    public static Tensor? OfInputGradient(Operation operation)
    {
        var (filter, gradient, input) = (operation.Inputs[1], operation.Inputs[2], operation.Outputs[0].Shape);
        if (Groups(operation, input, filter.Shape) is not { } groups)
            return null;
        int last = filter.Shape.Rank - 1;
        var sizes = Op.ConcatV2([Op.Slice(operation.Inputs[0], [0], [last]), Op.Ints(filter.Shape[-2])], 0);
        var (filters, gradients) = (Split(filter, groups), Split(gradient, groups));
        return Join(operation, filters.Select((part, i) => Again(operation, sizes, part, gradients[i])));
    }

    /// <summary>Each group's part of the gradient of the filter.</summary>
    public static Tensor? OfFilterGradient(Operation operation)
    {
        var (input, gradient, filter) = (operation.Inputs[0], operation.Inputs[2], operation.Outputs[0].Shape);
        if (Groups(operation, input.Shape, filter) is not { } groups)
            return null;
        var sizes = Op.Ints(filter.With(-1, filter[-1] / groups).ToArray());
        var (inputs, gradients) = (Split(input, groups), Split(gradient, groups));
        return Join(operation, inputs.Select((part, i) => Again(operation, part, sizes, gradients[i])));
    }

    /// <summary>How many groups there are; null for one, or where the shapes do not tell.</summary>
    private static int? Groups(Operation operation, Shape input, Shape filter)
    {
        bool channelsLast = operation.Attributes.Get<string>("data_format").EndsWith('C');
        if (!channelsLast || !filter.IsDefined || !input.HasRank || input[-1] <= filter[-2])
            return null;
        return (int)(input[-1] / filter[-2]);
    }

    private static IReadOnlyList<Tensor> Split(Tensor tensor, int groups) => Op.Split(tensor.Shape.Rank - 1, tensor, groups);

    private static Tensor Join(Operation operation, IEnumerable<Tensor> parts) =>
        Op.ConcatV2([.. parts], operation.Outputs[0].Shape.Rank - 1);

    private static Tensor Again(Operation operation, params Tensor[] inputs) => Repetition.Of(operation, inputs);
}
