using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>The layers of the family Recurrent.</summary>
internal static class RecurrentLayers
{
    public static IReadOnlyList<(string Name, Func<Config, Layer> Read)> All =>
        [
            ("LSTM", LSTM.Read),
            ("GRU", GRU.Read),
            ("SimpleRNN", SimpleRNN.Read),
            ("RNN", RNN.Read),
            ("LSTMCell", LSTMCell.Read),
            ("GRUCell", GRUCell.Read),
            ("SimpleRNNCell", SimpleRNNCell.Read),
            ("StackedRNNCells", StackedRNNCells.Read),
        ];
}
