using KerasSharp.Formats.Keras;
using KerasSharp.Layers;

namespace KerasSharp.Saving;

/// <summary>Weights as older Kerases and other backends arranged them, in the arrangement of today.</summary>
internal static class OldArrays
{
    private const int LstmGates = 4;
    private const int GruGates = 3;

    /// <summary>The arrays of a layer.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="count">How many it has today.</param>
    /// <param name="arrays">Those of the file.</param>
    /// <param name="file">What wrote them.</param>
    public static IReadOnlyList<SavedArray> Convert(Layer layer, int count, IReadOnlyList<SavedArray> arrays, LegacyWeights file) =>
        layer switch
        {
            Bidirectional both when arrays.Count % 2 == 0 =>
            [
                .. Convert(both.Forward, count / 2, [.. arrays.Take(arrays.Count / 2)], file),
                .. Convert(both.Backward, count / 2, [.. arrays.Skip(arrays.Count / 2)], file),
            ],
            TimeDistributed distributed => Convert(distributed.Sublayers[0], count, arrays, file),
            _ => Direct(layer, file.IsKeras1 ? Keras1Arrays.Convert(layer, arrays) : arrays, file.Backend),
        };

    private static IReadOnlyList<SavedArray> Direct(Layer layer, IReadOnlyList<SavedArray> arrays, string? backend) =>
        layer switch
        {
            Convolution when backend == "theano" && arrays.Count > 0 => [arrays[0].FlipSpace(), .. arrays.Skip(1)],
            LSTM lstm when IsOfCudnn(arrays, 2 * LstmGates * lstm.Units) =>
            [
                arrays[0].TransposeGates(LstmGates, asInput: true),
                arrays[1].TransposeGates(LstmGates, asInput: false),
                arrays[2].SumHalves(),
            ],
            GRU gru when IsOfCudnn(arrays, 2 * GruGates * gru.Units) =>
            [
                arrays[0].TransposeGates(GruGates, asInput: true),
                arrays[1].TransposeGates(GruGates, asInput: false),
                arrays[2].Reshape([2, GruGates * gru.Units]),
            ],
            _ => arrays,
        };

    /// <summary>CuDNN's layers had one bias for the input and one for the state, one after the other.</summary>
    private static bool IsOfCudnn(IReadOnlyList<SavedArray> arrays, long bias) =>
        arrays.Count == 3 && arrays[2].Shape.Equals(Shape.Of(bias));
}
