using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using KerasSharp.Formats.Protobuf.HParams;

namespace KerasSharp.Formats.Tests.Events;

/// <summary>Compares what the HParams plugin keeps with what a golden case's JSON says of it.</summary>
internal static class HParamsExpectation
{
    public static void Assert(JsonElement expected, HParamsPluginData actual)
    {
        if (expected.TryGetProperty("experiment", out var experiment))
        {
            Each(experiment, "hparam_infos", actual.Experiment.HparamInfos, AssertInfo);
            Each(experiment, "metric_infos", actual.Experiment.MetricInfos, AssertMetric);
        }
        else if (expected.TryGetProperty("session_start_info", out var start))
        {
            NUnit.Framework.Assert.That(actual.SessionStartInfo.GroupName, Is.EqualTo(Text(start, "group_name")));
            NUnit.Framework.Assert.That(
                actual.SessionStartInfo.Hparams.ToDictionary(pair => pair.Key, pair => Plain(pair.Value)),
                Is.EquivalentTo(start.GetProperty("hparams").EnumerateObject().ToDictionary(pair => pair.Name, pair => Plain(pair.Value)))
            );
        }
        else
            NUnit.Framework.Assert.That(
                $"STATUS_{actual.SessionEndInfo.Status}",
                Is.EqualTo(expected.GetProperty("session_end_info").GetProperty("status").GetString()).IgnoreCase
            );
    }

    public static object? Plain(Value value) =>
        value.KindCase switch
        {
            Value.KindOneofCase.BoolValue => value.BoolValue,
            Value.KindOneofCase.StringValue => value.StringValue,
            _ => value.NumberValue,
        };

    private static object? Plain(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.True or JsonValueKind.False => value.GetBoolean(),
            JsonValueKind.String => value.GetString(),
            _ => value.GetDouble(),
        };

    private static void Each<T>(JsonElement expected, string name, IReadOnlyList<T> actual, Action<JsonElement, T> assert)
    {
        JsonElement[] all = expected.TryGetProperty(name, out var list) ? [.. list.EnumerateArray()] : [];
        NUnit.Framework.Assert.That(actual, Has.Count.EqualTo(all.Length));
        for (int i = 0; i < all.Length; i++)
            assert(all[i], actual[i]);
    }

    private static void AssertInfo(JsonElement expected, HParamInfo actual)
    {
        NUnit.Framework.Assert.That(actual.Name, Is.EqualTo(Text(expected, "name")));
        NUnit.Framework.Assert.That(actual.DisplayName, Is.EqualTo(Text(expected, "display_name")));
        NUnit.Framework.Assert.That(actual.Description, Is.EqualTo(Text(expected, "description")));
        NUnit.Framework.Assert.That(
            expected.TryGetProperty("type", out var type) ? type.GetString() : "DATA_TYPE_UNSET",
            Is.EqualTo($"DATA_TYPE_{actual.Type}").IgnoreCase
        );
        if (expected.TryGetProperty("domain_discrete", out var values))
            NUnit.Framework.Assert.That(actual.DomainDiscrete.Values.Select(Plain), Is.EqualTo(values.EnumerateArray().Select(Plain)));
        if (expected.TryGetProperty("domain_interval", out var interval))
            NUnit.Framework.Assert.That(
                (actual.DomainInterval.MinValue, actual.DomainInterval.MaxValue),
                Is.EqualTo((Number(interval, "min_value"), Number(interval, "max_value")))
            );
    }

    private static void AssertMetric(JsonElement expected, MetricInfo actual)
    {
        NUnit.Framework.Assert.That(actual.Name.Tag, Is.EqualTo(Text(expected.GetProperty("name"), "tag")));
        NUnit.Framework.Assert.That(actual.Name.Group, Is.EqualTo(Text(expected.GetProperty("name"), "group")));
        NUnit.Framework.Assert.That(actual.DisplayName, Is.EqualTo(Text(expected, "display_name")));
        NUnit.Framework.Assert.That(
            expected.TryGetProperty("dataset_type", out var dataset) ? dataset.GetString()!.Replace("_", "") : "DatasetUnknown",
            Is.EqualTo(actual.DatasetType.ToString()).IgnoreCase
        );
    }

    private static double Number(JsonElement json, string name) => json.TryGetProperty(name, out var number) ? number.GetDouble() : 0;

    private static string Text(JsonElement json, string name) => json.TryGetProperty(name, out var text) ? text.GetString()! : "";
}
