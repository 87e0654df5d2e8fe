using NumSharp;

namespace KerasSharp.Saving;

/// <summary>Arrays of a file in another arrangement, which is made when they are read.</summary>
internal static class SavedArrays
{
    /// <summary>The same elements in another shape.</summary>
    public static SavedArray Reshape(this SavedArray array, Shape shape) =>
        array with
        {
            Shape = shape,
            Read = () => np.ascontiguousarray(array.Read()).reshape(shape.ToArray()),
        };

    /// <summary>The axes in another order.</summary>
    public static SavedArray Transpose(this SavedArray array, params int[] axes) =>
        array with
        {
            Shape = Shape.Of([.. axes.Select(axis => array.Shape[axis])]),
            Read = () => np.ascontiguousarray(np.transpose(array.Read(), axes)),
        };

    /// <summary>A kernel turned around along every axis but the last two, as Theano's convolution took it.</summary>
    public static SavedArray FlipSpace(this SavedArray kernel) =>
        kernel with
        {
            Read = () =>
                np.ascontiguousarray(kernel.Read()[string.Join(", ", Enumerable.Repeat("::-1", kernel.Shape.Rank - 2).Append("..."))]),
        };

    /// <summary>Arrays one after the other along their last axis.</summary>
    public static SavedArray Join(IReadOnlyList<SavedArray> parts) =>
        new(
            $"{parts[0].Place} to {parts[^1].Place}",
            parts[0].Shape.With(-1, parts.Sum(part => part.Shape[-1])),
            () => np.concatenate([.. parts.Select(part => part.Read())], -1)
        );

    /// <summary>A bias of two halves as their sum.</summary>
    public static SavedArray SumHalves(this SavedArray bias)
    {
        long half = bias.Shape[0] / 2;
        return bias with { Shape = [half], Read = () => bias.Read() is var both ? both[$":{half}"] + both[$"{half}:"] : both };
    }

    /// <summary>The kernel of CuDNN's layers, each gate of it transposed; that of inputs was kept in the shape of the transposed one.</summary>
    public static SavedArray TransposeGates(this SavedArray kernel, int gates, bool asInput)
    {
        long units = kernel.Shape[1] / gates;
        NDArray Gate(NDArray all, int gate)
        {
            var own = np.ascontiguousarray(all[$":, {gate * units}:{(gate + 1) * units}"]);
            return np.ascontiguousarray(np.transpose(asInput ? own.reshape([units, kernel.Shape[0]]) : own));
        }
        return kernel with
        {
            Read = () =>
                kernel.Read() is var all ? np.concatenate([.. Enumerable.Range(0, gates).Select(gate => Gate(all, gate))], 1) : all,
        };
    }
}
