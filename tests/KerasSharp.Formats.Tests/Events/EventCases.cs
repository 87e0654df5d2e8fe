using KerasSharp.Testing;

namespace KerasSharp.Formats.Tests.Events;

/// <summary>The golden cases of TensorBoard, by group, and their event files.</summary>
internal static class EventCases
{
    public static IEnumerable<TestCaseData> Of(Func<string, bool> isGroup) =>
        GoldenFamily.TestCases("tensorboard").Where(data => isGroup(((GoldenCase)data.Arguments[0]!).Group));

    /// <summary>The cases that have a log directory.</summary>
    public static IEnumerable<GoldenCase> Logs =>
        GoldenFamily.Load("tensorboard").Cases.Where(golden => golden.Json.TryGetProperty("logs", out _));

    /// <summary>The log directory of a case whose files are laid out.</summary>
    public static string LogDirectory(GoldenCase golden, GoldenFiles files) => files[golden.Json.GetProperty("logs").GetString()!];

    /// <summary>The names of a case's event files within its log directory.</summary>
    public static IEnumerable<string> EventFiles(GoldenCase golden) =>
        golden.Json.GetProperty("events").EnumerateObject().Select(property => property.Name);
}
