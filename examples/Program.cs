using KerasSharp.Engines;

namespace KerasSharp.Examples;

/// <summary>Runs the examples named on the command line; without names it lists them.</summary>
internal static class Program
{
    private static int Main(string[] names)
    {
        var unknown = names.Where(name => ExampleList.Find(name) is null).ToArray();
        if (unknown.Length > 0)
            Console.Error.WriteLine($"There is no example {string.Join(", ", unknown)}. These exist:");
        if (names.Length == 0 || unknown.Length > 0)
        {
            ExampleList.Print(unknown.Length > 0 ? Console.Error : Console.Out);
            return unknown.Length > 0 ? 1 : 0;
        }
        foreach (var name in names)
            Run(ExampleList.Find(name)!);
        return 0;
    }

    private static void Run(IExample example)
    {
        Console.WriteLine($"{example.Section}  {example.Title}");
        Console.WriteLine(Engine.Describe());
        KerasRandom.SetSeed(1);
        example.Run();
    }
}
