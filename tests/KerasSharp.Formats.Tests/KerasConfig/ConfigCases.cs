using System.Text;
using KerasSharp.Testing;

namespace KerasSharp.Formats.Tests.KerasConfig;

/// <summary>The golden cases that hold a model's config.</summary>
internal static class ConfigCases
{
    public static IEnumerable<TestCaseData> Of(string group, Func<GoldenCase, bool>? choose = null) =>
        GoldenFamily
            .TestCases("files")
            .Where(data => data.Arguments[0] is GoldenCase golden && IsOf(golden, group) && choose?.Invoke(golden) != false);

    public static IEnumerable<GoldenCase> CasesOf(string group) => GoldenFamily.Load("files").Cases.Where(golden => IsOf(golden, group));

    public static string Text(GoldenCase golden) => Encoding.UTF8.GetString(golden.ReadFile(golden.Json.GetProperty("file").GetString()!));

    private static bool IsOf(GoldenCase golden, string group) =>
        golden.Json.TryGetProperty("group", out var own) && own.GetString() == group;
}
