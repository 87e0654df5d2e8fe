using KerasSharp.Layers;

namespace KerasSharp.Saving;

/// <summary>Weights of Keras 1: recurrent layers had arrays of their own for each gate, and convolutions other axes.</summary>
internal static class Keras1Arrays
{
    /// <summary>How many arrays Keras 1 had for a layer that has <paramref name="count"/> today.</summary>
    public static int CountOf(Layer layer, int count) =>
        layer switch
        {
            LSTM => 4 * count,
            GRU => 3 * count,
            _ => count,
        };

    /// <summary>The arrays of a layer in today's arrangement.</summary>
    public static IReadOnlyList<SavedArray> Convert(Layer layer, IReadOnlyList<SavedArray> arrays) =>
        layer switch
        {
            // W, U and b of the input, the candidate, the forget and the output gate; today input, forget, candidate, output.
            LSTM when arrays.Count == 12 => [Gates(arrays, 0, 6, 3, 9), Gates(arrays, 1, 7, 4, 10), Gates(arrays, 2, 8, 5, 11)],
            GRU when arrays.Count == 9 => [Gates(arrays, 0, 3, 6), Gates(arrays, 1, 4, 7), Gates(arrays, 2, 5, 8)],
            Conv1D when arrays.Count > 0 && arrays[0].Shape.Rank == 4 => [Flat(arrays[0]), .. arrays.Skip(1)],
            Conv2D { IsChannelsFirst: true } when arrays.Count > 0 && arrays[0].Shape.Rank == 4 =>
            [
                arrays[0].Transpose(2, 3, 1, 0),
                .. arrays.Skip(1),
            ],
            Conv3D { IsChannelsFirst: true } when arrays.Count > 0 && arrays[0].Shape.Rank == 5 =>
            [
                arrays[0].Transpose(2, 3, 4, 1, 0),
                .. arrays.Skip(1),
            ],
            _ => arrays,
        };

    private static SavedArray Gates(IReadOnlyList<SavedArray> arrays, params ReadOnlySpan<int> order) =>
        SavedArrays.Join([.. Pick(arrays, order)]);

    private static List<SavedArray> Pick(IReadOnlyList<SavedArray> arrays, ReadOnlySpan<int> order)
    {
        var picked = new List<SavedArray>();
        foreach (int index in order)
            picked.Add(arrays[index]);
        return picked;
    }

    /// <summary>A kernel (length, 1, in, out), or earlier (out, in, length, 1), without the axis of length 1.</summary>
    private static SavedArray Flat(SavedArray kernel) =>
        kernel.Shape[1] == 1 ? kernel.Reshape([kernel.Shape[0], kernel.Shape[2], kernel.Shape[3]])
        : kernel.Shape[3] == 1 ? kernel.Transpose(2, 3, 1, 0).Reshape([kernel.Shape[2], kernel.Shape[1], kernel.Shape[0]])
        : kernel;
}
