using NumSharp;

namespace KerasSharp.Examples.Chapter07;

/// <summary>Data with something to find in it, the same at every run.</summary>
internal static class GeneratedData
{
    /// <summary>The number of words that texts are made of.</summary>
    public const int Words = 40;

    /// <summary>The number of answers to choose from.</summary>
    public const int Answers = 10;

    /// <summary>The number of classes of income.</summary>
    public const int Incomes = 10;

    /// <summary>The length of a step of a sentence.</summary>
    public const int Features = 8;

    /// <summary>The height and width of an image.</summary>
    public const int Side = 16;

    /// <summary>The number of patterns that images show.</summary>
    public const int Patterns = 4;

    private const int TextLength = 12;
    private const int QuestionLength = 4;

    /// <summary>Texts and questions; the last words of both decide on the answer.</summary>
    public static (NDArray Texts, NDArray Questions, NDArray Answers) Questions(int count)
    {
        var random = new Random(1);
        var texts = Draw(count * TextLength, _ => random.Next(Words));
        var questions = Draw(count * QuestionLength, _ => random.Next(Words));
        var answers = Draw(count, i => (2 * (Last(questions, QuestionLength, i) % 5)) + (Last(texts, TextLength, i) % 2));
        return (Rows(texts, TextLength), Rows(questions, QuestionLength), np.array(answers));
    }

    /// <summary>Posts; the last word decides on the age (in decades) and the income, the one before on the gender.</summary>
    public static (NDArray Posts, NDArray Ages, NDArray Incomes, NDArray Genders) Posts(int count)
    {
        var random = new Random(2);
        var posts = Draw(count * TextLength, _ => random.Next(Words));
        var ages = Draw(count, i => 1 + (Last(posts, TextLength, i) / 5f));
        var incomes = Draw(count, i => Last(posts, TextLength, i) % Incomes);
        var genders = Draw(count, i => posts[(i * TextLength) + TextLength - 2] % 2);
        return (Rows(posts, TextLength), Rows(ages, 1), np.array(incomes), Rows(genders, 1));
    }

    /// <summary>Pairs of noisy sequences; the label is 1 where both rise, which one pair in four does.</summary>
    public static (NDArray Left, NDArray Right, NDArray Labels) Sentences(int count)
    {
        var random = new Random(3);
        var rises = Draw(2 * count, _ => random.Next(2));
        var left = Sequences(random, rises[..count]);
        var right = Sequences(random, rises[count..]);
        return (left, right, Rows(Draw(count, i => rises[i] & rises[count + i]), 1));
    }

    /// <summary>Noisy images of stripes lying, standing or slanting, or of a chessboard.</summary>
    public static (NDArray Images, NDArray Labels) Images(int count)
    {
        var random = new Random(4);
        var labels = Draw(count, _ => random.Next(Patterns));
        var pixels = Draw(count * Side * Side, i => Pixel(labels[i / (Side * Side)], i / Side % Side, i % Side) + Noise(random));
        return (np.array(pixels).reshape(count, Side, Side, 1), np.array(labels));
    }

    private static float Pixel(int pattern, int row, int column) =>
        pattern switch
        {
            0 => row / 2 % 2,
            1 => column / 2 % 2,
            2 => (row + column) / 2 % 2,
            _ => ((row / 2) + (column / 2)) % 2,
        };

    private static NDArray Sequences(Random random, int[] rises)
    {
        var steps = Draw(
            rises.Length * TextLength * Features,
            i =>
                ((rises[i / (TextLength * Features)] == 1 ? 1 : -1) * (i / Features % TextLength / (float)TextLength - 0.5f))
                + Noise(random)
        );
        return np.array(steps).reshape(rises.Length, TextLength, Features);
    }

    private static float Noise(Random random) => random.NextSingle() - 0.5f;

    private static int Last(int[] words, int length, int row) => words[(row * length) + length - 1];

    private static T[] Draw<T>(int count, Func<int, T> value) => [.. Enumerable.Range(0, count).Select(value)];

    private static NDArray Rows(int[] values, int length) => np.array(values).reshape(-1, length);

    private static NDArray Rows(float[] values, int length) => np.array(values).reshape(-1, length);
}
