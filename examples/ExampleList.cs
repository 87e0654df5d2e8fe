using KerasSharp.Examples.Chapter02;
using KerasSharp.Examples.Chapter05;
using KerasSharp.Examples.Chapter07;

namespace KerasSharp.Examples;

/// <summary>All examples, in the book's order.</summary>
internal static class ExampleList
{
    private static readonly (int Number, string Title, IExample[] Examples)[] Chapters =
    [
        (2, "Before we begin: the mathematical building blocks of neural networks", [new FirstLook()]),
        (5, "Deep learning for computer vision", [new IntroductionToConvnets()]),
        (7, "Advanced deep-learning best practices", [new FunctionalModels()]),
    ];

    /// <summary>The example of a section, or null.</summary>
    public static IExample? Find(string section) =>
        Chapters.SelectMany(chapter => chapter.Examples).FirstOrDefault(example => example.Section == section);

    /// <summary>Writes the chapters and their examples, and how to run one.</summary>
    public static void Print(TextWriter writer)
    {
        foreach (var (number, title, examples) in Chapters)
        {
            writer.WriteLine($"Chapter {number}  {title}");
            foreach (var example in examples)
                writer.WriteLine($"  {example.Section}  {example.Title}");
        }
        writer.WriteLine();
        writer.WriteLine("Run one or more: dotnet run -c Release --project examples -- 2.1");
    }
}
