using KerasSharp.Layers;

namespace KerasSharp.Examples.Chapter07;

/// <summary>
/// Models that are graphs of layers: several inputs, several outputs, shared layers, branches, residual connections. The data is made
/// here, so that every model has something to learn in seconds; the book gives no figures.
/// </summary>
internal sealed class FunctionalModels : IExample
{
    public string Section => "7.1";

    public string Title => "Going beyond the Sequential model: the Keras functional API";

    public void Run()
    {
        AnswerQuestions();
        PredictAgeIncomeAndGender();
        CompareSentences();
        Classify("inception block", Inception);
        Classify("residual blocks", Residual);
    }

    /// <summary>Two inputs: a text and a question about it give an answer out of ten.</summary>
    private static void AnswerQuestions()
    {
        var text = Keras.Input([null], dtype: DType.Int32, name: "text");
        var encodedText = new LSTM(32).Apply(new Embedding(GeneratedData.Words, 64).Apply(text));
        var question = Keras.Input([null], dtype: DType.Int32, name: "question");
        var encodedQuestion = new LSTM(16).Apply(new Embedding(GeneratedData.Words, 32).Apply(question));
        var both = new Concatenate().Apply(encodedText, encodedQuestion);
        var answer = new Dense(GeneratedData.Answers, activation: "softmax").Apply(both);

        var model = new Model([text, question], answer);
        model.Compile(optimizer: "rmsprop", loss: "sparse_categorical_crossentropy", metrics: ["accuracy"]);
        var (texts, questions, answers) = GeneratedData.Questions(2000);
        var history = model.Fit([texts, questions], answers, epochs: 15, batchSize: 64, validationSplit: 0.2, verbose: 2);
        Finish("question answering", history, 1.0 / GeneratedData.Answers);
    }

    /// <summary>Three outputs from the same posts: a number, a class out of ten, and yes or no.</summary>
    private static void PredictAgeIncomeAndGender()
    {
        var posts = Keras.Input([null], dtype: DType.Int32, name: "posts");
        var features = new LSTM(64).Apply(new Embedding(GeneratedData.Words, 32).Apply(posts));
        var age = new Dense(1, name: "age").Apply(features);
        var income = new Dense(GeneratedData.Incomes, activation: "softmax", name: "income").Apply(features);
        var gender = new Dense(1, activation: "sigmoid", name: "gender").Apply(features);

        var model = new Model(posts, [age, income, gender]);
        model.Compile(
            optimizer: "rmsprop",
            loss: ["mse", "sparse_categorical_crossentropy", "binary_crossentropy"],
            lossWeights: [0.25, 1, 10]
        );
        var (samples, ages, incomes, genders) = GeneratedData.Posts(2000);
        var history = model.Fit(samples, [ages, incomes, genders], epochs: 15, batchSize: 64, validationSplit: 0.2, verbose: 2);
        Report.SaveCurves(history, "7.1-multi-output");
    }

    /// <summary>One LSTM reads both sentences: what it learns from one side holds for the other.</summary>
    private static void CompareSentences()
    {
        var lstm = new LSTM(32);
        var left = Keras.Input([null, GeneratedData.Features]);
        var right = Keras.Input([null, GeneratedData.Features]);
        var merged = new Concatenate().Apply(lstm.Apply(left), lstm.Apply(right));
        var model = new Model([left, right], new Dense(1, activation: "sigmoid").Apply(merged));

        model.Compile(optimizer: "rmsprop", loss: "binary_crossentropy", metrics: ["accuracy"]);
        var (lefts, rights, labels) = GeneratedData.Sentences(2000);
        var history = model.Fit([lefts, rights], labels, epochs: 10, batchSize: 64, validationSplit: 0.2, verbose: 2);
        Finish("siamese LSTM", history, guessing: 0.75);
    }

    /// <summary>Four views of the same image, side by side.</summary>
    private static Tensor Inception(Tensor x)
    {
        var a = Convolve(x, 1, strides: 2);
        var b = Convolve(Convolve(x, 1), 3, strides: 2);
        var c = Convolve(new AveragePooling2D(3, strides: 2, padding: "same").Apply(x), 3);
        var d = Convolve(Convolve(Convolve(x, 1), 3), 3, strides: 2);
        return new Concatenate().Apply(a, b, c, d);
    }

    /// <summary>The input is added to what is made of it: as it is, and through a 1×1 convolution where the sizes differ.</summary>
    private static Tensor Residual(Tensor x)
    {
        var y = Convolve(Convolve(x, 3), 3);
        x = new Add().Apply(y, Convolve(x, 1));
        y = new MaxPooling2D(2, strides: 2).Apply(Convolve(Convolve(x, 3), 3));
        return new Add().Apply(y, Convolve(x, 1, strides: 2));
    }

    private static Tensor Convolve(Tensor x, int size, int strides = 1) =>
        new Conv2D(16, size, strides: strides, padding: "same", activation: "relu").Apply(x);

    private static void Classify(string name, Func<Tensor, Tensor> block)
    {
        var images = Keras.Input([GeneratedData.Side, GeneratedData.Side, 1]);
        var features = new GlobalAveragePooling2D().Apply(block(images));
        var model = new Model(images, new Dense(GeneratedData.Patterns, activation: "softmax").Apply(features));

        model.Compile(optimizer: "rmsprop", loss: "sparse_categorical_crossentropy", metrics: ["accuracy"]);
        var (samples, labels) = GeneratedData.Images(1000);
        var history = model.Fit(samples, labels, epochs: 10, batchSize: 32, validationSplit: 0.2, verbose: 2);
        Finish(name, history, 1.0 / GeneratedData.Patterns);
    }

    private static void Finish(string name, History history, double guessing)
    {
        Report.CompareWithGuessing($"{name}, validation accuracy", history.Values["val_accuracy"][^1], guessing);
        Report.SaveCurves(history, $"7.1-{name.Replace(' ', '-')}");
    }
}
