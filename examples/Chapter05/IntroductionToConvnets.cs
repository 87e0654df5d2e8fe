using KerasSharp.Datasets;
using KerasSharp.Layers;
using NumSharp;

namespace KerasSharp.Examples.Chapter05;

/// <summary>Handwritten digits, recognized by a small convnet. The book reaches a test accuracy of 0.9908.</summary>
internal sealed class IntroductionToConvnets : IExample
{
    public string Section => "5.1";

    public string Title => "Introduction to convnets";

    public void Run()
    {
        var ((trainImages, trainLabels), (testImages, testLabels)) = Mnist.LoadData();

        var model = new Sequential
        {
            Keras.Input([28, 28, 1]),
            new Conv2D(32, 3, activation: "relu"),
            new MaxPooling2D(2),
            new Conv2D(64, 3, activation: "relu"),
            new MaxPooling2D(2),
            new Conv2D(64, 3, activation: "relu"),
            new Flatten(),
            new Dense(64, activation: "relu"),
            new Dense(10, activation: "softmax"),
        };
        model.Summary();
        model.Compile(optimizer: "rmsprop", loss: "categorical_crossentropy", metrics: ["accuracy"]);

        var history = model.Fit(
            Prepare(trainImages),
            Utils.ToCategorical(trainLabels),
            epochs: 5,
            batchSize: 64,
            validationData: (Prepare(testImages), Utils.ToCategorical(testLabels))
        );

        var result = model.Evaluate(Prepare(testImages), Utils.ToCategorical(testLabels));
        Report.Compare("test accuracy", result["accuracy"], book: 0.9908);
        Report.SaveCurves(history, "5.1");
    }

    /// <summary>Images with one channel, of numbers from 0 to 1.</summary>
    private static NDArray Prepare(NDArray images) => images.reshape(-1, 28, 28, 1).astype(np.float32) / 255f;
}
