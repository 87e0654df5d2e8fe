using System.Text.Json;
using KerasSharp.Callbacks;
using KerasSharp.Testing;

namespace KerasSharp.Tests.Conformance;

/// <summary>The golden cases of CSVLogger: the file after each run.</summary>
internal static class GoldenCsvCases
{
    public static void Run(GoldenCase golden)
    {
        var path = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{Guid.NewGuid():N}.csv");
        try
        {
            var expected = golden.Json.GetProperty("file_after_each_run").EnumerateArray().Select(text => text.GetString()!).ToArray();
            foreach (var (i, run) in golden.Json.GetProperty("runs").EnumerateArray().Index())
            {
                Write(path, run);
                // A log is a double here, so that Keras's integer 3 is 3.0.
                Assert.That(File.ReadAllText(path), Is.EqualTo(expected[i].Replace(",3,", ",3.0,")), $"{golden} run {i}");
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void Write(string path, JsonElement run)
    {
        var args = run.GetProperty("args");
        var logger = new CSVLogger(
            path,
            args.TryGetProperty("separator", out var separator) ? separator.GetString()! : ",",
            args.TryGetProperty("append", out var append) && append.GetBoolean()
        );
        int epoch = run.GetProperty("first_epoch").GetInt32();
        logger.OnTrainBegin([]);
        foreach (var row in run.GetProperty("logs").EnumerateArray())
        {
            var logs = new Logs();
            foreach (var pair in row.EnumerateObject())
                logs[pair.Name] = GoldenProgressCases.Number(pair.Value);
            logger.OnEpochEnd(epoch++, logs);
        }
        logger.OnTrainEnd([]);
    }
}
