using KerasSharp.Layers;
using NumSharp;

namespace KerasSharp.Tests.Layers;

/// <summary>Wrong use fails when the model is built, and the message names the layer, what it expected, what came, and what to do.</summary>
public sealed class LayerErrorTests
{
    [Test]
    public void WrongRank() =>
        Fails(
            () => new Conv2D(8, 3, name: "edges").Apply(Keras.Input([28, 28])),
            "edges",
            "Conv2D",
            "expected ndim=4, found ndim=3",
            "Reshape"
        );

    [Test]
    public void WrongLengthOfTheLastAxis()
    {
        var dense = new Dense(2, name: "head");
        dense.Apply(Keras.Input([4]));
        Fails(() => dense.Apply(Keras.Input([5])), "head", "axis -1 to have length 4, found 5", "new layer");
    }

    [Test]
    public void WrongType() =>
        Fails(
            () => new Dense(2, name: "head").Apply(Keras.Input([4], dtype: DType.String)),
            "head",
            "expected numbers",
            "string",
            "Convert"
        );

    [Test]
    public void UnknownLengthOfTheLastAxis() =>
        Fails(() => new Dense(2, name: "head").Apply(Keras.Input([null])), "head", "kernel", "a dimension is unknown", "Give the input");

    [Test]
    public void SeveralInputsForOne() =>
        Fails(
            () => new Dense(2, name: "head").Apply([Keras.Input([4]), Keras.Input([4])]),
            "head",
            "expects 1 input; 2 tensors came",
            "Concatenate"
        );

    [Test]
    public void OneInputForMerge() =>
        Fails(() => new Add(name: "join").Apply(Keras.Input([4])), "join", "at least 2 inputs; 1 came", "list");

    [Test]
    public void ShapesThatDoNotMerge() =>
        Fails(() => new Add(name: "join").Apply([Keras.Input([4]), Keras.Input([3])]), "join", "(None, 4)", "(None, 3)", "broadcast");

    [Test]
    public void ShapesThatDoNotConcatenate() =>
        Fails(
            () => new Concatenate(name: "join").Apply([Keras.Input([4, 2]), Keras.Input([3, 2])]),
            "join",
            "except along axis -1",
            "(None, 4, 2)"
        );

    [Test]
    public void ReshapeOfTheWrongSize() =>
        Fails(() => new Reshape([3, 5], name: "fold").Apply(Keras.Input([4, 4])), "fold", "(4, 4)", "16 elements", "(3, 5)");

    [Test]
    public void OutputOfAnUnusedLayer() => Fails(() => _ = new Dense(2, name: "head").Output, "head", "never been called", "Apply it");

    [Test]
    public void ParametersOfAnUnbuiltModel() =>
        Fails(() => new Sequential("net") { new Dense(2) }.CountParams(), "net", "isn't built", "Build");

    [Test]
    public void SequentialWithoutLayers() => Fails(() => new Sequential("net").EnsureBuilt(Shape.Of(-1, 4)), "net", "no layers", "Add");

    [Test]
    public void SequentialWithOneNameTwice() =>
        Fails(() => new Sequential("net") { new Dense(2, name: "a"), new Dense(2, name: "a") }, "net", "'a'", "another name");

    [Test]
    public void UnknownLayerName() =>
        Fails(
            () => new Sequential("net") { Keras.Input([4]), new Dense(2, name: "head") }.GetLayer("tail"),
            "No such layer: tail",
            "'head'"
        );

    [Test]
    public void UnknownLayerIndex() =>
        Fails(() => new Sequential("net") { Keras.Input([4]), new Dense(2) }.GetLayer(99), "index 99", "only has 1 layers");

    [Test]
    public void InputThatIsMissing()
    {
        var (a, b) = (Keras.Input([4], name: "a"), Keras.Input([4], name: "b"));
        var sum = new Add().Apply([a, b]);
        Fails(() => new Model(a, sum), "Graph disconnected", "b", "Add");
    }

    [Test]
    public void TensorThatNoLayerMade()
    {
        var a = Keras.Input([4]);
        Fails(() => new Model(a, a * 2), "does not come from a layer", "Lambda");
    }

    [Test]
    public void WrongNumberOfWeights()
    {
        var dense = new Dense(2, name: "head");
        dense.Apply(Keras.Input([3]));
        Fails(() => dense.SetWeights([np.zeros(new NumSharp.Shape(3, 2))]), "head", "has 2 weights", "got 1");
    }

    [Test]
    public void WeightOfTheWrongShape()
    {
        var dense = new Dense(2, name: "head");
        dense.Apply(Keras.Input([3]));
        Fails(
            () => dense.SetWeights([np.zeros(new NumSharp.Shape(2, 3)), np.zeros(new NumSharp.Shape(2))]),
            "head/kernel",
            "(3, 2)",
            "(2, 3)"
        );
    }

    [Test]
    public void StatefulWithoutBatchSize() =>
        Fails(
            () => new LSTM(2, stateful: true, name: "memory").Apply(Keras.Input([5, 3])),
            "memory",
            "batch size must be fixed",
            "batchSize"
        );

    [Test]
    public void WrongNumberOfInitialStates() =>
        Fails(
            () => new LSTM(2, name: "memory").ApplyMany([Keras.Input([5, 3]), Keras.Input([2])]),
            "memory",
            "2 initial states",
            "2 tensors came"
        );

    [Test]
    public void UnknownClassInJson() =>
        Fails(
            () => Model.FromJson("""{"class_name": "Sequential", "config": {"layers": [{"class_name": "Dens", "config": {}}]}}"""),
            "'Dens'",
            "Dense",
            "Register"
        );

    [Test]
    public void ArgumentThatIsNotSupported() =>
        Fails<NotSupportedException>(
            () => Layer.FromConfig(Saving.Config.Parse("""{"class_name": "BatchNormalization", "config": {"renorm": true}}""")),
            "BatchNormalization",
            "renorm"
        );

    private static void Fails(Action action, params string[] parts) => Fails<Exception>(action, parts);

    private static void Fails<T>(Action action, params string[] parts)
        where T : Exception
    {
        var message = Assert.Catch<T>(() => action())!.Message;
        foreach (var part in parts)
            Assert.That(message, Does.Contain(part));
    }
}
