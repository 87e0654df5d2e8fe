using KerasSharp.Datasets;
using KerasSharp.Layers;
using NumSharp;

namespace KerasSharp.Examples.Chapter02;

/// <summary>Handwritten digits, recognized by two dense layers. The book reaches a test accuracy of 0.9785.</summary>
internal sealed class FirstLook : IExample
{
    public string Section => "2.1";

    public string Title => "A first look at a neural network";

    public void Run()
    {
        var ((trainImages, trainLabels), (testImages, testLabels)) = Mnist.LoadData();

        var network = new Sequential { Keras.Input([28 * 28]), new Dense(512, activation: "relu"), new Dense(10, activation: "softmax") };
        network.Compile(optimizer: "rmsprop", loss: "categorical_crossentropy", metrics: ["accuracy"]);
        network.Summary();

        var history = network.Fit(
            Prepare(trainImages),
            Utils.ToCategorical(trainLabels),
            epochs: 5,
            batchSize: 128,
            validationData: (Prepare(testImages), Utils.ToCategorical(testLabels))
        );

        var result = network.Evaluate(Prepare(testImages), Utils.ToCategorical(testLabels));
        Report.Compare("test accuracy", result["accuracy"], book: 0.9785);
        Report.SaveCurves(history, "2.1");
    }

    /// <summary>Images as rows of numbers from 0 to 1.</summary>
    private static NDArray Prepare(NDArray images) => images.reshape(-1, 28 * 28).astype(np.float32) / 255f;
}
