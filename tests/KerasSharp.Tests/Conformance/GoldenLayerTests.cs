using KerasSharp.Layers;
using KerasSharp.Saving;
using KerasSharp.Testing;

namespace KerasSharp.Tests.Conformance;

/// <summary>Every golden case of a layer: outputs, masks, gradients by inputs and weights, changed weights, and the config's round trip.</summary>
public sealed class GoldenLayerTests
{
    public static IEnumerable<TestCaseData> Cases => GoldenFamily.TestCases("layers");

    [TestCaseSource(nameof(Cases))]
    public void Layer(GoldenCase golden)
    {
        var layer = GoldenLayers.Read(golden.Json.GetProperty("layer"));
        if (layer is RecurrentLayer { Stateful: true } stateful)
        {
            CheckStateful(golden, stateful);
            return;
        }
        var network = new GoldenNetwork(golden, layer);
        network.Apply();
        network.Check();
        Assert.That(layer.CountParams(), Is.EqualTo(golden.Json.GetProperty("params").GetInt64()));
        CheckRoundTrip(layer);
    }

    /// <summary>A layer made of the layer's own config has that same config.</summary>
    private static void CheckRoundTrip(Layer layer)
    {
        var written = KerasObjects.Serialize(layer).ToString();
        Assert.That(KerasObjects.Serialize(KerasSharp.Layers.Layer.FromConfig(Config.Parse(written))).ToString(), Is.EqualTo(written));
    }

    /// <summary>Three calls: two in a row, then one after the states were reset.</summary>
    private static void CheckStateful(GoldenCase golden, RecurrentLayer layer)
    {
        var network = new GoldenNetwork(golden, layer, 1);
        network.Apply();
        for (int i = 0; i < 3; i++)
        {
            if (i == 2)
                layer.ResetStates();
            var output = network.RunWith(golden.Array($"input_{i}").ToNDArray());
            Closeness.AssertClose(golden.Array($"output_{i}"), output, 1e-4, 1e-5, $"{golden} output_{i}");
        }
    }
}
