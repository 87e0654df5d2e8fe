using KerasSharp.Formats.Events;
using KerasSharp.Testing;
using NumSharp;

namespace KerasSharp.Formats.Tests.Events;

/// <summary>Where a golden log has the data that its summaries were made from: our summaries of the same data are the same.</summary>
internal static class SummaryData
{
    public static void AssertMadeFrom(GoldenCase golden, SummaryValue[] values, string folder)
    {
        if (!golden.Has("input_0"))
            return;
        Assert.That(
            values.Select(value => value.Metadata?.Plugin),
            Is.All.AnyOf("histograms", "images", "pr_curves"),
            "data of another plugin"
        );
        for (int i = 0; i < values.Length && golden.Has($"input_{i}"); i++)
        {
            var data = golden.Array($"input_{i}").ToNDArray();
            var made = values[i].Metadata!.Plugin switch
            {
                "histograms" => Made(folder, writer => writer.Histogram("made", data, 0)),
                "images" => Made(folder, writer => writer.Image("made", data, 0)),
                _ => null,
            };
            if (made is not null)
                AssertSame(values[i].Tensor!, made.Tensor!, (int)data.shape[^1]);
        }
        if (values[0].Metadata!.Plugin == "pr_curves")
            AssertCurves(golden, values, folder);
    }

    /// <summary>As the case's note says, step s has the predictions to the power s + 1.</summary>
    private static void AssertCurves(GoldenCase golden, SummaryValue[] values, string folder)
    {
        var (labels, predictions) = (golden.Array("input_0").ToNDArray(), golden.Array("input_1").ToNDArray());
        for (int step = 0; step < 2; step++)
        {
            int thresholds = (int)values[step].Tensor!.Shape[1];
            var made = Made(folder, writer => writer.PrCurve("curve", labels, np.power(predictions, step + 1), step, thresholds))!;
            Assert.That(made.Tag, Is.EqualTo(values[step].Tag));
            Assert.That(made.Metadata!.Content.ToArray(), Is.EqualTo(values[step].Metadata!.Content.ToArray()));
            Assert.That(made.Tensor!.Elements<float>().ToArray(), Is.EqualTo(values[step].Tensor!.Elements<float>().ToArray()));
        }
    }

    private static SummaryValue Made(string folder, Action<EventFileWriter> write)
    {
        string path;
        using (var writer = new EventFileWriter(folder))
        {
            write(writer);
            path = writer.Path;
        }
        return EventFileReader.Read(path).Last().Values.Single();
    }

    private static void AssertSame(TensorValue expected, TensorValue made, int channels)
    {
        Assert.That(made.Shape, Is.EqualTo(expected.Shape));
        if (made.DType != DType.String)
            Assert.That(made.Bytes.ToArray(), Is.EqualTo(expected.Bytes.ToArray()));
        else
            for (int i = 0; i < made.Strings.Count; i++)
                if (i < 2)
                    Assert.That(made.Strings[i], Is.EqualTo(expected.Strings[i]));
                else
                    Assert.That(Pixels.Of(made.Strings[i], channels), Is.EqualTo(Pixels.Of(expected.Strings[i], channels)));
    }
}
