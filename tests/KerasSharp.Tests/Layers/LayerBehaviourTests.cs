using KerasSharp.Engines;
using KerasSharp.Formats.Keras;
using KerasSharp.Gradients;
using KerasSharp.Layers;
using KerasSharp.Ops;
using NumSharp;

namespace KerasSharp.Tests.Layers;

/// <summary>What every layer can do: names, freezing, penalties, randomness, classes and functions of one's own.</summary>
public sealed class LayerBehaviourTests
{
    [TestCase("Dense", "dense")]
    [TestCase("MaxPooling2D", "max_pooling2d")]
    [TestCase("LSTM", "lstm")]
    [TestCase("PReLU", "p_re_lu")]
    [TestCase("LeakyReLU", "leaky_re_lu")]
    [TestCase("SimpleRNN", "simple_rnn")]
    [TestCase("BatchNormalization", "batch_normalization")]
    public void NamesFollowTheClass(string className, string stem) => Assert.That(ObjectPaths.SnakeCase(className), Is.EqualTo(stem));

    [Test]
    public void ReadingALayerUsesNoNumber()
    {
        var first = Number(new RepeatVector(2).Name);
        Layer.FromConfig(Saving.Config.Parse("""{"class_name": "RepeatVector", "config": {"n": 2, "name": "twice"}}"""));
        Assert.That(Number(new RepeatVector(2).Name), Is.EqualTo(first + 1));
    }

    [Test]
    public void FreezingMovesWeightsAndReachesLayersInside()
    {
        var model = new Sequential { Keras.Input([4]), new Dense(3, kernelRegularizer: "l2"), new BatchNormalization(), new Dense(1) };
        Assert.That((model.TrainableWeights.Count, model.NonTrainableWeights.Count, model.WeightLosses.Count), Is.EqualTo((6, 2, 1)));
        model.Layers[0].Trainable = false;
        Assert.That((model.TrainableWeights.Count, model.NonTrainableWeights.Count, model.WeightLosses.Count), Is.EqualTo((4, 4, 0)));
        model.Trainable = false;
        Assert.That((model.TrainableWeights.Count, model.Layers[2].Trainable), Is.EqualTo((0, false)));
    }

    [Test]
    public void FrozenBatchNormalizationInfers()
    {
        var layer = new BatchNormalization { Trainable = false };
        var context = new CallContext(training: true);
        layer.Apply(Op.Placeholder(DType.Float32, [8, 3]), context);
        Assert.That(context.Updates, Is.Empty);
    }

    [Test]
    public void ActivityPenaltyIsDividedByTheBatch()
    {
        var layer = new Dense(2, kernelInitializer: "ones", activityRegularizer: new Regularizers.L1(0.5));
        var context = new CallContext(training: true);
        layer.Apply(
            Op.Constant(
                np.array(
                    new float[,]
                    {
                        { 1, 2 },
                        { 3, 4 },
                    }
                )
            ),
            context
        );
        Assert.That((float)Run(context.Losses[0]), Is.EqualTo(0.5f * (3 + 3 + 7 + 7) / 2).Within(1e-6));
    }

    [Test]
    public void DropoutDiffersByStepAndIsTheSameForASeed()
    {
        var first = DropTwice(new Dropout(0.5, seed: 7));
        var second = DropTwice(new Dropout(0.5, seed: 7));
        Assert.That(first[0], Is.EqualTo(second[0]));
        Assert.That(first[1], Is.EqualTo(second[1]));
        Assert.That(first[0], Is.Not.EqualTo(first[1]));
        Assert.That(first[0].Distinct().Order(), Is.EqualTo(new float[] { 0, 2 }));
        Assert.That(first[0].Average(), Is.EqualTo(1).Within(0.15));
    }

    [Test]
    public void TwoCallsInOneRunDrawDifferently()
    {
        var layer = new Dropout(0.5, seed: 3);
        var context = new CallContext(training: true);
        var ones = Op.OnesLike(Op.Constant(np.zeros(new NumSharp.Shape(1000), typeof(float))));
        var both = Op.Pack([layer.Apply(ones, context), layer.Apply(ones, context)]);
        var values = Run(both).ToArray<float>();
        Assert.That(values[..1000], Is.Not.EqualTo(values[1000..]));
        Assert.That(context.Updates, Has.Count.EqualTo(1));
    }

    [Test]
    public void LambdaIsALayer()
    {
        var input = Keras.Input([3]);
        var model = new Model(input, new Lambda(x => x * 2 + 1).Apply(input));
        Assert.That(
            Predict(
                model,
                np.array(
                    new float[,]
                    {
                        { 1, 2, 3 },
                    }
                )
            ),
            Is.EqualTo(new float[] { 3, 5, 7 })
        );
    }

    [Test]
    public void ClassOfOnesOwnHasWeightsAndGradients()
    {
        var layer = new Scaling { InputShape = [2] };
        var model = new Sequential { layer };
        Assert.That(model.CountParams(), Is.EqualTo(2));
        Assert.That(
            Predict(
                model,
                np.array(
                    new float[,]
                    {
                        { 3, 4 },
                    }
                )
            ),
            Is.EqualTo(new float[] { 6, 8 })
        );
        var input = Op.Constant(
            np.array(
                new float[,]
                {
                    { 3, 4 },
                }
            )
        );
        var gradient = GradientBuilder.Gradients([layer.Apply(input, new CallContext())], [layer.Weights[0].Read()])[0]!;
        Assert.That(Run(gradient).ToArray<float>(), Is.EqualTo(new float[] { 3, 4 }));
    }

    [Test]
    public void SubclassedModelFindsItsLayersAndTheirNames()
    {
        var model = new TwoLayers();
        var context = new CallContext();
        var output = model.Replay([Op.Placeholder(DType.Float32, [null, 4])], context)[0];
        Assert.That(output.Shape, Is.EqualTo(Shape.Of(-1, 2)));
        Assert.That(
            model.Weights.Select(weight => weight.Path),
            Is.EqualTo((string[])["two/first/kernel", "two/first/bias", "two/second/kernel", "two/second/bias"])
        );
        Assert.That(model.Layers.Select(layer => layer.Name), Is.EqualTo((string[])["first", "second"]));
    }

    [Test]
    public void SharedLayerHasOneSetOfWeights()
    {
        var (left, right) = (Keras.Input([5, 3]), Keras.Input([5, 3]));
        var shared = new LSTM(4);
        var model = new Model([left, right], new Concatenate().Apply([shared.Apply(left), shared.Apply(right)]));
        Assert.That(model.Weights, Has.Count.EqualTo(3));
        Assert.That(shared.InboundNodes, Has.Count.EqualTo(2));
    }

    [Test]
    public void IntermediateOutputIsAModel()
    {
        var model = new Sequential { Keras.Input([3]), new Lambda(x => x + 1, name: "inner"), new Lambda(x => x * 10) };
        var part = new Model(model.Input, model.GetLayer("inner").Output);
        Assert.That(
            Predict(
                part,
                np.array(
                    new float[,]
                    {
                        { 1, 2, 3 },
                    }
                )
            ),
            Is.EqualTo(new float[] { 2, 3, 4 })
        );
    }

    [Test]
    public void PopLeavesTheLayersBefore()
    {
        var model = new Sequential { Keras.Input([3]), new Dense(4), new Dense(5) };
        Assert.That(model.Pop().OutputShape, Is.EqualTo(Shape.Of(-1, 5)));
        Assert.That(model.OutputShape, Is.EqualTo(Shape.Of(-1, 4)));
        model.Add(new Dense(6));
        Assert.That(model.OutputShape, Is.EqualTo(Shape.Of(-1, 6)));
        Assert.That(model.Weights, Has.Count.EqualTo(4));
    }

    [Test]
    public void MaskOfTheOutputIsInTheContext()
    {
        var model = new Sequential { new Embedding(10, 4, maskZero: true), new LSTM(3, returnSequences: true), new Dense(2) };
        var context = new CallContext();
        var output = model.Replay(
            [
                Op.Constant(
                    np.array(
                        new int[,]
                        {
                            { 1, 2, 0 },
                        }
                    )
                ),
            ],
            context
        )[0];
        Assert.That(Run(context.Mask(output)!).ToArray<bool>(), Is.EqualTo((bool[])[true, true, false]));
    }

    [Test]
    public void GroupedConvolution3DComputesEachGroupAlone()
    {
        var layer = new Conv3D(2, 1, groups: 2, kernelInitializer: "ones", useBias: false);
        var input = np.arange(16).astype(typeof(float)).reshape(1, 1, 1, 4, 4);
        var output = Run(layer.Apply(Op.Constant(input), new CallContext())).ToArray<float>();
        Assert.That(output, Is.EqualTo(new float[] { 1, 5, 9, 13, 17, 21, 25, 29 }));
    }

    private static int Number(string name) => int.TryParse(name.Split('_')[^1], out int number) ? number : 0;

    private static float[][] DropTwice(Dropout layer)
    {
        var context = new CallContext(training: true);
        var output = layer.Apply(Op.OnesLike(Op.Constant(np.zeros(new NumSharp.Shape(1000), typeof(float)))), context);
        using var executable = Engine.Current.Compile([], [output], context.Updates);
        return [executable.Run([])[0].ToArray<float>(), executable.Run([])[0].ToArray<float>()];
    }

    private static float[] Predict(Model model, NDArray input)
    {
        var placeholder = Op.Placeholder(DType.Float32, Shape.Of(input.shape));
        using var executable = Engine.Current.Compile([placeholder], model.Replay([placeholder], new CallContext()), []);
        return executable.Run([input])[0].ToArray<float>();
    }

    private static NDArray Run(Tensor tensor)
    {
        using var executable = Engine.Current.Compile([], [tensor], []);
        return executable.Run([])[0];
    }

    private sealed class Scaling : Layer
    {
        private Variable? factor;

        protected override void Build(Shape inputShape) => factor = AddWeight("factor", [inputShape[-1]], new Initializers.Constant(2));

        protected override Tensor Call(Tensor inputs, CallContext context) => inputs * factor!;
    }

    private sealed class TwoLayers() : Model("two")
    {
        private readonly Dense first = new(3, "relu", name: "first");
        private readonly Dense second = new(2, name: "second");

        protected override Tensor Call(Tensor inputs, CallContext context) => second.Apply(first.Apply(inputs));
    }
}
