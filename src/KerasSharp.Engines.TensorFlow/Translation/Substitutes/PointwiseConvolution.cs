using KerasSharp.Graphs;
using KerasSharp.Ops;

namespace KerasSharp.Engines.TensorFlow.Translation.Substitutes;

/// <summary>
/// The gradient of a filter of one element that moves in steps, found from the elements that it meets. For few channels oneDNN writes past its memory
/// when it has to skip the others itself.
/// </summary>
internal static class PointwiseConvolution
{
    public static Tensor? OfFilterGradient(Operation operation)
    {
        var (input, sizes, gradient) = (operation.Inputs[0], operation.Inputs[1], operation.Inputs[2]);
        var strides = operation.Attributes.Get<long[]>("strides");
        var filter = operation.Outputs[0].Shape;
        bool channelsLast = operation.Attributes.Get<string>("data_format").EndsWith('C');
        if (!channelsLast || !Array.Exists(strides, step => step > 1))
            return null;
        // Where the filter's size is unknown it may be one element, and with explicit paddings the elements that it meets are not all in the input.
        if (!filter.IsDefined || operation.Attributes.Get("padding", "") == "EXPLICIT")
            return DoublePrecision.Of(operation);
        if (filter.ToArray()[..^2].Any(length => length > 1))
            return null;
        int all = (1 << strides.Length) - 1;
        var zeros = Op.Ints(new long[strides.Length]);
        var met = Op.StridedSlice(input, zeros, zeros, Op.Ints(strides), beginMask: all, endMask: all);
        return Repetition.Of(operation, [met, sizes, gradient], ("strides", strides.Select(_ => 1L).ToArray()));
    }
}
