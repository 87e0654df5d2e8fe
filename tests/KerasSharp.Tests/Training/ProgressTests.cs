using KerasSharp.Callbacks;

namespace KerasSharp.Tests.Training;

/// <summary>What is printed while a model trains, to the character what real Keras printed by a clock that goes on 0.3 s at each reading.</summary>
public sealed class ProgressTests
{
    [Test]
    public void FitWithABar() =>
        Check(
            (model, logger) =>
                model.Fit(SmallModel.X, SmallModel.Y, 4, 2, 1, [logger], validationData: (SmallModel.X, SmallModel.Y), shuffle: false),
            $"Epoch 1/2\n"
                + $"\r\e[1m1/3\e[0m \e[32m━━━━━━\e[0m\e[37m━━━━━━━━━━━━━━\e[0m \e[1m0s\e[0m 300ms/step - loss: 0.5537 - mae: 0.6406"
                + $"{Back(67)}\r\e[1m2/3\e[0m \e[32m━━━━━━━━━━━━━\e[0m\e[37m━━━━━━━\e[0m \e[1m0s\e[0m 300ms/step - loss: 0.4326 - mae: 0.5859"
                + $"{Back(67)}\r\e[1m3/3\e[0m \e[32m━━━━━━━━━━━━━━━━━━━━\e[0m\e[37m\e[0m \e[1m0s\e[0m 300ms/step - loss: 0.4567 - mae: 0.5745"
                + $"{Back(67)}\r\e[1m3/3\e[0m \e[32m━━━━━━━━━━━━━━━━━━━━\e[0m\e[37m\e[0m \e[1m1s\e[0m 450ms/step - loss: 0.4567 - mae: 0.5745 - val_loss: 0.4459 - val_mae: 0.5705\n"
                + $"Epoch 2/2\n"
                + $"\r\e[1m1/3\e[0m \e[32m━━━━━━\e[0m\e[37m━━━━━━━━━━━━━━\e[0m \e[1m0s\e[0m 300ms/step - loss: 0.5421 - mae: 0.6395"
                + $"{Back(67)}\r\e[1m2/3\e[0m \e[32m━━━━━━━━━━━━━\e[0m\e[37m━━━━━━━\e[0m \e[1m0s\e[0m 300ms/step - loss: 0.4240 - mae: 0.5819"
                + $"{Back(67)}\r\e[1m3/3\e[0m \e[32m━━━━━━━━━━━━━━━━━━━━\e[0m\e[37m\e[0m \e[1m0s\e[0m 300ms/step - loss: 0.4444 - mae: 0.5700"
                + $"{Back(67)}\r\e[1m3/3\e[0m \e[32m━━━━━━━━━━━━━━━━━━━━\e[0m\e[37m\e[0m \e[1m1s\e[0m 450ms/step - loss: 0.4444 - mae: 0.5700 - val_loss: 0.4344 - val_mae: 0.5661\n"
        );

    [Test]
    public void FitWithALineAnEpoch() =>
        Check(
            (model, logger) =>
                model.Fit(SmallModel.X, SmallModel.Y, 4, 2, 2, [logger], validationData: (SmallModel.X, SmallModel.Y), shuffle: false),
            $"Epoch 1/2\n"
                + $"3/3 - 0s - 100ms/step - loss: 0.4567 - mae: 0.5745 - val_loss: 0.4459 - val_mae: 0.5705\n"
                + $"Epoch 2/2\n"
                + $"3/3 - 0s - 100ms/step - loss: 0.4444 - mae: 0.5700 - val_loss: 0.4344 - val_mae: 0.5661\n"
        );

    [Test]
    public void OneEpoch() =>
        Check(
            (model, logger) => model.Fit(SmallModel.X, SmallModel.Y, 4, 1, 2, [logger], shuffle: false),
            $"3/3 - 0s - 100ms/step - loss: 0.4567 - mae: 0.5745\n"
        );

    [Test]
    public void Evaluate() =>
        Check(
            (model, logger) => model.Evaluate(SmallModel.X, SmallModel.Y, 4, 1, callbacks: [logger]),
            $"\r\e[1m1/3\e[0m \e[32m━━━━━━\e[0m\e[37m━━━━━━━━━━━━━━\e[0m \e[1m0s\e[0m 300ms/step - loss: 0.5537 - mae: 0.6406"
                + $"{Back(67)}\r\e[1m2/3\e[0m \e[32m━━━━━━━━━━━━━\e[0m\e[37m━━━━━━━\e[0m \e[1m0s\e[0m 300ms/step - loss: 0.4321 - mae: 0.5859"
                + $"{Back(67)}\r\e[1m3/3\e[0m \e[32m━━━━━━━━━━━━━━━━━━━━\e[0m\e[37m\e[0m \e[1m0s\e[0m 300ms/step - loss: 0.4586 - mae: 0.5750"
                + $"{Back(67)}\r\e[1m3/3\e[0m \e[32m━━━━━━━━━━━━━━━━━━━━\e[0m\e[37m\e[0m \e[1m1s\e[0m 450ms/step - loss: 0.4586 - mae: 0.5750\n"
        );

    [Test]
    public void EvaluateWithALine() =>
        Check(
            (model, logger) => model.Evaluate(SmallModel.X, SmallModel.Y, 4, 2, callbacks: [logger]),
            $"3/3 - 0s - 100ms/step - loss: 0.4586 - mae: 0.5750\n"
        );

    [Test]
    public void Predict() =>
        Check(
            (model, logger) => model.Predict(SmallModel.X, 4, 1, callbacks: [logger]),
            $"\r\e[1m1/3\e[0m \e[32m━━━━━━\e[0m\e[37m━━━━━━━━━━━━━━\e[0m \e[1m0s\e[0m 300ms/step"
                + $"{Back(38)}\r\e[1m2/3\e[0m \e[32m━━━━━━━━━━━━━\e[0m\e[37m━━━━━━━\e[0m \e[1m0s\e[0m 300ms/step"
                + $"{Back(38)}\r\e[1m3/3\e[0m \e[32m━━━━━━━━━━━━━━━━━━━━\e[0m\e[37m\e[0m \e[1m0s\e[0m 300ms/step"
                + $"{Back(38)}\r\e[1m3/3\e[0m \e[32m━━━━━━━━━━━━━━━━━━━━\e[0m\e[37m\e[0m \e[1m1s\e[0m 450ms/step\n"
        );

    [Test]
    public void GeneratorOfUnknownLength() =>
        Check(
            (model, logger) => model.Fit(SmallModel.Batches(), verbose: 1, callbacks: [logger]),
            $"\r      1/Unknown \e[1m0s\e[0m 300ms/step - loss: 0.5537 - mae: 0.6406"
                + $"{Back(58)}\r      2/Unknown \e[1m1s\e[0m 300ms/step - loss: 0.4326 - mae: 0.5859"
                + $"{Back(58)}\r      3/Unknown \e[1m1s\e[0m 300ms/step - loss: 0.4567 - mae: 0.5745"
                + $"{Back(58)}\r\e[1m3/3\e[0m \e[32m━━━━━━━━━━━━━━━━━━━━\e[0m\e[37m\e[0m \e[1m1s\e[0m 450ms/step - loss: 0.4567 - mae: 0.5745\n"
        );

    [Test]
    public void GeneratorWithALine() =>
        Check(
            (model, logger) => model.Fit(SmallModel.Batches(), verbose: 2, callbacks: [logger]),
            $"3/3 - 0s - 100ms/step - loss: 0.4567 - mae: 0.5745\n"
        );

    [Test]
    public void SilenceAndWrongVerbosity()
    {
        var writer = new StringWriter();
        var model = SmallModel.Create();
        model.Fit(SmallModel.X, SmallModel.Y, verbose: 0, callbacks: [new ProgbarLogger(writer)]);
        Assert.That(writer.ToString(), Is.Empty);
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Fit(SmallModel.X, SmallModel.Y, verbose: 3));
    }

    [Test]
    public void ARedirectedConsoleGetsALineAnEpoch()
    {
        Assume.That(Console.IsOutputRedirected, "the output of this run is a terminal");
        using var console = new Conformance.CapturedConsole();
        SmallModel.Create().Fit(SmallModel.X, SmallModel.Y, 4, 2, 1, shuffle: false);
        Assert.That(
            console.ToString(),
            Does.Match(
                @"^Epoch 1/2\n3/3 - \d+s - \d+(us|ms|s)/step - loss: 0.4567 - mae: 0.5745\nEpoch 2/2\n3/3 - .* - loss: 0.4444 - mae: 0.5700\n$"
            )
        );
    }

    private static void Check(Action<Model, ProgbarLogger> run, string expected)
    {
        var writer = new StringWriter();
        run(SmallModel.Create(), new ProgbarLogger(writer, new FakeTime(0.3)));
        Assert.That(writer.ToString(), Is.EqualTo(expected));
    }

    private static string Back(int count) => new('\b', count);
}
