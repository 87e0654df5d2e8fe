using System.Text;
using KerasSharp.Testing;

namespace KerasSharp.Formats.Tests.KerasConfig;

/// <summary>The text of golden cases that hold a model's config.</summary>
internal static class ConfigCases
{
    public static string Text(GoldenCase golden) => Encoding.UTF8.GetString(golden.ReadFile(golden.Json.GetProperty("file").GetString()!));
}
