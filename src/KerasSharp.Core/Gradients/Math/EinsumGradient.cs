using KerasSharp.Graphs;
using KerasSharp.Ops;

namespace KerasSharp.Gradients;

/// <summary>
/// The gradient of Einsum: another Einsum, of the output's gradient with the other input. Labels that only the one input has are spread
/// over it; axes behind an ellipsis that were broadcast are summed.
/// </summary>
internal static class EinsumGradient
{
    public static IReadOnlyList<Tensor?> Rule(GradientContext context)
    {
        var equation = EinsumEquation.Parse(context.Attr<string>("equation"));
        if (context.InputCount == 1)
            return [For(context, equation, 0, null)];
        return [For(context, equation, 0, 1), For(context, equation, 1, 0)];
    }

    private static Tensor For(GradientContext context, EinsumEquation equation, int index, int? other)
    {
        var input = context.Input(index);
        string labels = equation.Inputs[index];
        string available = equation.Output + (other is { } o ? equation.Inputs[o] : "");
        string missing = string.Concat(labels.Where(label => label != '.' && !available.Contains(label)).Distinct());
        string found = string.Concat(labels.Where(label => !missing.Contains(label)));
        string target = missing.Length == 0 ? labels : string.Concat(found.Distinct());
        if (available.Contains('.') && !target.Contains('.'))
            target = "." + target;
        var gradient = Product(context, equation, other, target);
        if (missing.Length > 0)
            gradient = Spread(gradient, input, labels, missing, target);
        return Broadcasting.SumTo(gradient, input);
    }

    private static Tensor Product(GradientContext context, EinsumEquation equation, int? other, string target)
    {
        IReadOnlyList<Tensor> inputs = other is { } o ? [context.Gradient(), context.Input(o)] : [context.Gradient()];
        string[] labels = other is { } p ? [equation.Output, equation.Inputs[p]] : [equation.Output];
        return Op.Einsum(inputs, new EinsumEquation(labels, target).ToString());
    }

    /// <summary>Multiplies with ones along the labels that are summed over in the forward direction, and puts repeated ones on the diagonal.</summary>
    private static Tensor Spread(Tensor gradient, Tensor input, string labels, string missing, string target)
    {
        string plain = labels.Replace(".", "", StringComparison.Ordinal);
        var lengths = missing.Select(label => ShapeMath.Length(input, AxisOf(labels, label))).ToArray();
        var ones = Op.Fill(ShapeMath.Vector(lengths), Op.Constant(1, gradient.DType));
        string result = target.Contains('.') && !labels.Contains('.') ? "." + plain : labels;
        return Op.Einsum([gradient, ones], new EinsumEquation([target, missing], result).ToString());
    }

    /// <summary>The axis of a label, from the front before an ellipsis and from the end after it.</summary>
    private static int AxisOf(string labels, char label)
    {
        int at = labels.IndexOf(label);
        int ellipsis = labels.IndexOf('.');
        return ellipsis >= 0 && at > ellipsis ? at - labels.Length : at;
    }
}
