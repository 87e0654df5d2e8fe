using KerasSharp.Formats.Events;
using KerasSharp.Formats.Protobuf;
using NumSharp;

namespace KerasSharp.Formats.Tests.Events;

/// <summary>A log directory with every kind of summary: the runs <c>train</c> and <c>trial</c> below an experiment.</summary>
internal static class EverySummary
{
    public static void Write(string folder)
    {
        var train = Path.Combine(folder, "train");
        using (var writer = new EventFileWriter(train))
        {
            writer.Scalar("loss", 0.5, 0, "the *loss*");
            writer.Scalar("loss", 0.25, 1, "the *loss*");
            writer.Histogram("weights", np.arange(6).reshape(2, 3), 1);
            writer.Image("picture", np.ones(new long[] { 2, 3, 3 }, NPTypeCode.Double), 1);
            writer.Text(
                "words",
                new[,]
                {
                    { "a", "b" },
                    { "ц", "**d**" },
                },
                1
            );
            writer.Text("line", "one", 2);
            writer.Text("lines", ["one", "two"], 3);
            writer.Audio("sound", np.zeros(new long[] { 2, 5, 2 }, NPTypeCode.Single), 8000, 1);
            writer.PrCurve("curve", np.array(new[] { true, false, true }), np.array(new[] { 0.9, 0.3, 0.6 }), 1, thresholds: 5);
            writer.Mesh(
                "cube",
                np.eye(3).reshape(1, 3, 3),
                1,
                faces: np.arange(3).reshape(1, 1, 3),
                colors: np.zeros(new long[] { 1, 3, 3 })
            );
            writer.CustomScalarsLayout(
                new ScalarCategory(
                    "all",
                    [ScalarChart.Multiline("losses", "loss.*"), ScalarChart.Margin("band", ("loss", "loss/low", "loss/high"))]
                )
            );
            writer.Graph(GraphDef.Parser.ParseFrom(GoldenGraph()));
            writer.KerasModel(Model);
            writer.RunMetadata("step 1", [], 1);
        }
        EmbeddingProjector.Write(
            train,
            [new ProjectedEmbedding("points/a") { Tensor = np.arange(6).reshape(3, 2).astype(np.float32), Labels = ["a", "b", "c"] }]
        );
        using (var writer = new EventFileWriter(folder))
            writer.HParamsConfig(
                [
                    new HParam("units", HParamDomain.Discrete(16, 8)),
                    new HParam("rate", HParamDomain.Interval(0.1, 0.4)) { DisplayName = "Rate" },
                    new HParam("optimizer", HParamDomain.Discrete("sgd", "adam")),
                    new HParam("bias", HParamDomain.Discrete(true, false)),
                ],
                [new HParamMetric("accuracy") { DisplayName = "Accuracy", Dataset = HParamDataset.Validation }]
            );
        using (var writer = new EventFileWriter(Path.Combine(folder, "trial")))
        {
            writer.HParams(
                new Dictionary<string, object>
                {
                    ["units"] = 8,
                    ["rate"] = 0.1,
                    ["optimizer"] = "adam",
                    ["bias"] = true,
                },
                "first"
            );
            writer.Scalar("accuracy", 0.75, 4);
            writer.HParamsEnd();
        }
    }

    private const string Model = """
        {"class_name": "Sequential", "config": {"name": "model", "layers": [
          {"class_name": "Dense", "config": {"name": "a"}}, {"class_name": "Dense", "config": {"name": "b"}}]}}
        """;

    private static byte[] GoldenGraph()
    {
        var golden = EventCases.Logs.First(golden => golden.Name == "graph.plain");
        using var files = golden.ExtractFiles();
        return LogDirectory
            .Read(EventCases.LogDirectory(golden, files))
            .Single(next => next.Event.Kind == LogEventKind.Graph)
            .Event.GraphDef.ToArray();
    }
}
