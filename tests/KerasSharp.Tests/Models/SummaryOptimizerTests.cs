using KerasSharp.Layers;
using KerasSharp.Models;
using NumSharp;

namespace KerasSharp.Tests.Models;

/// <summary>Keras counts an optimizer's variables in the summary once training has made them.</summary>
public sealed class SummaryOptimizerTests
{
    [Test]
    public void OptimizerParametersAppearWithTheFirstStep()
    {
        var model = new Sequential { Keras.Input([3]), new Dense(2) };
        model.Compile(optimizer: "adam", loss: "mse");
        Assert.That(model.SummaryText(80), Does.Contain(" Total params: 8 (32.00 B)").And.Not.Contain("Optimizer params"));
        model.TrainOnBatch(np.ones(new NumSharp.Shape(4, 3), np.float32), np.ones(new NumSharp.Shape(4, 2), np.float32));
        // Two moments for each of the 8 weights, the iteration and the learning rate.
        Assert.That(model.SummaryText(80), Does.Contain(" Total params: 26 (").And.Contain(" Optimizer params: 18 ("));
    }
}
