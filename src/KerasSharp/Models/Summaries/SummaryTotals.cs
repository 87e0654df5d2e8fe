using System.Globalization;

namespace KerasSharp.Models.Summaries;

/// <summary>The lines below the table: numbers of parameters and the memory they take.</summary>
internal static class SummaryTotals
{
    private static readonly string[] Units = ["B", "KB", "MB", "GB", "TB"];

    public static IEnumerable<string> Lines(Model model, IReadOnlyList<Variable> optimizer)
    {
        var (trainable, others) = (model.TrainableWeights, model.NonTrainableWeights);
        yield return Line("Total", [.. trainable, .. others, .. optimizer]);
        yield return Line("Trainable", trainable);
        yield return Line("Non-trainable", others);
        if (optimizer.Count > 0)
            yield return Line("Optimizer", optimizer);
        yield return "";
    }

    private static string Line(string what, IReadOnlyList<Variable> variables)
    {
        long count = variables.Sum(variable => variable.Shape.Size);
        long bytes = variables.Sum(variable => variable.Shape.Size * variable.DType.Size());
        return string.Create(CultureInfo.InvariantCulture, $" {what} params: {count:N0} ({Memory(bytes)})");
    }

    private static string Memory(double bytes)
    {
        foreach (var unit in Units)
        {
            if (bytes < 1024)
                return string.Create(CultureInfo.InvariantCulture, $"{bytes:F2} {unit}");
            bytes /= 1024;
        }
        return string.Create(CultureInfo.InvariantCulture, $"{bytes:F2} PB");
    }
}
