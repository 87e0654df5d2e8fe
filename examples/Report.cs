using KerasSharp.Examples.Plots;

namespace KerasSharp.Examples;

/// <summary>What an example prints and saves at its end.</summary>
internal static class Report
{
    /// <summary>Prints a figure beside the book's.</summary>
    /// <param name="what">What was measured.</param>
    /// <param name="reached">The figure reached.</param>
    /// <param name="book">The figure that the book prints.</param>
    public static void Compare(string what, double reached, double book) =>
        Console.WriteLine($"{what}: {reached:F4} (the book: {book:F4})");

    /// <summary>Prints a figure beside what guessing would give, where the book has none.</summary>
    public static void CompareWithGuessing(string what, double reached, double guessing) =>
        Console.WriteLine($"{what}: {reached:F4} (guessing: {guessing:F4}; the book gives no figure)");

    /// <summary>Saves the curves of a training run and prints where.</summary>
    /// <param name="history">What <c>Fit</c> returned.</param>
    /// <param name="name">The start of the files' names.</param>
    public static void SaveCurves(History history, string name)
    {
        foreach (var file in Curves.Save(history, OutputFolder, name))
            Console.WriteLine($"saved {Path.GetRelativePath(Environment.CurrentDirectory, file)}");
    }

    /// <summary><c>output/</c> beside the example project, or in the current folder where the program runs elsewhere.</summary>
    private static string OutputFolder
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "KerasSharp.Examples.csproj")))
                folder = folder.Parent;
            return Path.Combine(folder?.FullName ?? Environment.CurrentDirectory, "output");
        }
    }
}
