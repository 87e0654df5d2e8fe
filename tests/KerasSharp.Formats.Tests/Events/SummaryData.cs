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
        for (int i = 0; i < values.Length && golden.Has($"input_{i}"); i++)
        {
            var (data, tensor) = (golden.Array($"input_{i}").ToNDArray(), values[i].Tensor!);
            var made = values[i].Metadata?.Plugin switch
            {
                "histograms" => Made(folder, writer => writer.Histogram("made", data, 0, (int)tensor.Shape[0])),
                "images" => Made(folder, writer => writer.Image("made", data, 0)),
                "audio" => Made(folder, writer => writer.Audio("made", data, BitConverter.ToInt32(tensor.Strings[0], 24), 0)),
                _ => null,
            };
            if (made is not null)
                AssertSame(tensor, made.Tensor!, (int)data.shape[^1]);
        }
        AssertCurves(golden, [.. values.Where(value => value.Tag == "curve/pr_curves")], folder);
    }

    /// <summary>As the case's note says, step s of this curve has the predictions to the power s + 1.</summary>
    private static void AssertCurves(GoldenCase golden, SummaryValue[] curves, string folder)
    {
        for (int step = 0; step < curves.Length; step++)
        {
            var (labels, predictions) = (golden.Array("input_0").ToNDArray(), golden.Array("input_1").ToNDArray());
            int thresholds = (int)curves[step].Tensor!.Shape[1];
            var made = Made(folder, writer => writer.PrCurve("curve", labels, np.power(predictions, step + 1), step, thresholds));
            Assert.That(made.Metadata!.Content.ToArray(), Is.EqualTo(curves[step].Metadata!.Content.ToArray()));
            Assert.That(made.Tensor!.Elements<float>().ToArray(), Is.EqualTo(curves[step].Tensor!.Elements<float>().ToArray()));
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
                if (made.Strings[i].Length < 8 || made.Strings[i].AsSpan().StartsWith("RIFF"u8))
                    Assert.That(made.Strings[i], Is.EqualTo(expected.Strings[i]));
                else
                    Assert.That(Pixels.Of(made.Strings[i], channels), Is.EqualTo(Pixels.Of(expected.Strings[i], channels)));
    }
}
