using System.Text;
using System.Text.Json;
using KerasSharp.Formats.Events;
using KerasSharp.Testing;
using NumSharp;

namespace KerasSharp.Formats.Tests.Events;

/// <summary>What real TensorBoard sees in what we write.</summary>
public sealed class TensorBoardTests
{
    /// <summary>Asks TensorBoard about several log directories in one process.</summary>
    private const string Script = """
        import contextlib, importlib.util, io, json
        spec = importlib.util.spec_from_file_location('check', sys.argv[1])
        check = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(check)
        found = []
        for logs in sys.argv[2:]:
          out = io.StringIO()
          with contextlib.redirect_stdout(out):
            check.main(logs)
          found.append(json.loads(out.getvalue()))
        print(json.dumps(found))
        """;

    private readonly GoldenCase[] cases = [.. EventCases.Logs];
    private readonly List<GoldenFiles> files = [];
    private readonly string folder = Directory.CreateTempSubdirectory("kerassharp-tensorboard-").FullName;
    private JsonElement[] seen = [];

    [OneTimeSetUp]
    public void Ask()
    {
        var check = Path.Combine(ReferencePython.Folder, "check_tensorboard.py");
        files.AddRange(cases.Select(golden => golden.ExtractFiles()));
        string[] copies = [.. cases.Zip(files, Copy)];
        EverySummary.Write(folder);
        seen = [.. JsonDocument.Parse(ReferencePython.Run(Script, [check, folder, .. copies])).RootElement.EnumerateArray()];
    }

    [OneTimeTearDown]
    public void Delete()
    {
        files.ForEach(laidOut => laidOut.Dispose());
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The log directory of a case, its event files replaced by ours.</summary>
    private static string Copy(GoldenCase golden, GoldenFiles laidOut)
    {
        var logs = EventCases.LogDirectory(golden, laidOut);
        foreach (var file in EventCases.EventFiles(golden))
        {
            var path = Path.Combine(logs, file);
            File.Move(Replay.File(path, laidOut["replay"]), path, overwrite: true);
        }
        return logs;
    }

    [Test]
    public void It_sees_in_our_copies_what_it_sees_in_the_golden_logs()
    {
        for (int i = 0; i < cases.Length; i++)
            foreach (var expected in cases[i].Json.GetProperty("tensorboard_sees").EnumerateObject())
                AssertSame(expected.Value, seen[i + 1].GetProperty(expected.Name), $"{cases[i]} {expected.Name}");
    }

    [Test]
    public void It_sees_every_kind_of_summary()
    {
        var seen = this.seen[0];
        Assert.That(seen.GetProperty("problems").GetArrayLength(), Is.Zero, seen.GetProperty("problems").ToString());
        AssertSame(Parse("\"same\""), seen.GetProperty("data_server"), "data server");
        var data = seen.GetProperty("data").GetProperty("train");
        Points(data, "scalars", "loss", "[[0, 0.5], [1, 0.25]]");
        Points(data, "histograms", "weights", """[[1, {"shape": [30, 3], "count": 6.0, "min": 0.0, "max": 5.0}]]""");
        Points(data, "images", "picture", """[[1, {"width": 3, "height": 2, "images": 1, "png_sizes": [[3, 2]]}]]""");
        Points(data, "text", "words", """[[1, {"shape": [2, 2], "text": ["a", "b", "ц", "**d**"]}]]""");
        Points(data, "text", "line", """[[2, {"shape": [], "text": ["one"]}]]""");
        Points(data, "text", "lines", """[[3, {"shape": [2], "text": ["one", "two"]}]]""");
        Points(data, "audio", "sound", """[[1, {"clips": 2, "starts": ["RIFF", "RIFF"], "bytes": [64, 64]}]]""");
        Points(data, "pr_curves", "curve/pr_curves", """[[1, {"shape": [6, 5], "dtype": "float32", "sum": 21.83333396911621}]]""");
        Points(data, "mesh", "cube_VERTEX", """[[1, {"shape": [1, 3, 3], "dtype": "float32", "sum": 3.0}]]""");
        Points(data, "mesh", "cube_FACE", """[[1, {"shape": [1, 1, 3], "dtype": "int32", "sum": 3.0}]]""");
        Assert.That(data.GetProperty("custom_scalars").TryGetProperty("custom_scalars__config__", out _));
        Assert.That(data.GetProperty("graph_run_metadata").GetProperty("step 1").GetProperty("points").GetArrayLength(), Is.EqualTo(1));
        Assert.That(data.GetProperty("scalars").GetProperty("loss").GetProperty("description").GetString(), Is.EqualTo("the *loss*"));
        AssertSame(
            Parse("""["model/a = ", "model/b = "]"""),
            seen.GetProperty("graphs").GetProperty("train").GetProperty("model keras").GetProperty("first_nodes"),
            "Keras model"
        );
        Assert.That(
            seen.GetProperty("graphs").GetProperty("train").GetProperty("run graph").GetProperty("nodes").GetInt32(),
            Is.EqualTo(3)
        );
        AssertHParams(seen.GetProperty("hparams"));
        AssertSame(
            Parse(
                """{"train": [{"tensor_name": "points/a", "shape": [3, 2], "metadata_path": "points_a.metadata.tsv", "tensor_path": "points_a.tensor.tsv", "sprite": ""}]}"""
            ),
            seen.GetProperty("projector").GetProperty("shown"),
            "projector"
        );
    }

    private static void AssertHParams(JsonElement hparams)
    {
        AssertSame(
            Parse(
                """
                [{"name": "bias", "type": "DATA_TYPE_BOOL", "display_name": "", "description": "", "domain": {"values": [false, true]}},
                 {"name": "optimizer", "type": "DATA_TYPE_STRING", "display_name": "", "description": "", "domain": {"values": ["adam", "sgd"]}},
                 {"name": "rate", "type": "DATA_TYPE_FLOAT64", "display_name": "Rate", "description": "", "domain": {"min": 0.1, "max": 0.4}},
                 {"name": "units", "type": "DATA_TYPE_FLOAT64", "display_name": "", "description": "", "domain": {"values": [8.0, 16.0]}}]
                """
            ),
            JsonSerializer.SerializeToElement(
                hparams
                    .GetProperty("hparams")
                    .EnumerateArray()
                    .OrderBy(hparam => hparam.GetProperty("name").GetString(), StringComparer.Ordinal)
            ),
            "hyperparameters"
        );
        AssertSame(
            Parse(
                """
                [{"hparams": {"bias": true, "optimizer": "adam", "rate": 0.1, "units": 8.0}, "sessions": [["trial", "STATUS_SUCCESS"]],
                  "metrics": [{"group": "", "tag": "accuracy", "value": 0.75, "step": 4}]}]
                """
            ),
            hparams.GetProperty("session_groups"),
            "sessions"
        );
    }

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;

    private static void Points(JsonElement data, string plugin, string tag, string expected) =>
        AssertSame(Parse(expected), data.GetProperty(plugin).GetProperty(tag).GetProperty("points"), tag);

    private static void AssertSame(JsonElement expected, JsonElement actual, string what)
    {
        // TensorBoard's second reader, the data server, is not part of every installation.
        if (
            actual.ValueKind != JsonValueKind.String
            || !actual.GetString()!.StartsWith("not asked: NoDataServerError", StringComparison.Ordinal)
        )
            Assert.That(JsonElement.DeepEquals(expected, actual), $"{what}: expected {expected}, got {actual}");
    }
}
