using System.Text;
using KerasSharp.Formats.Events;
using KerasSharp.Formats.Protobuf.HParams;
using NumSharp;

namespace KerasSharp.Formats.Tests.Events;

/// <summary>Writes what was read from an event file again, through the public methods, at the same times.</summary>
internal sealed class Replay(EventFileWriter writer)
{
    /// <summary>A file of the same events.</summary>
    /// <returns>Its path.</returns>
    public static string File(string source, string directory)
    {
        var clock = new ReplayClock();
        LogEvent[] events = [.. EventFileReader.Read(source)];
        clock.Set(events[0].WallTime);
        using var writer = new EventFileWriter(directory, new EventFileWriterOptions { Clock = clock, FileSuffix = ".replay" });
        var replay = new Replay(writer);
        foreach (var next in events.Skip(1))
        {
            clock.Set(next.WallTime);
            replay.Write(next);
        }
        return writer.Path;
    }

    private void Write(LogEvent next)
    {
        switch (next.Kind)
        {
            case LogEventKind.Graph:
                writer.Graph(next.GraphDef.Span);
                break;
            case LogEventKind.MetaGraph:
                writer.MetaGraph(next.MetaGraphDef.Span);
                break;
            case LogEventKind.RunMetadata:
                writer.LegacyRunMetadata(next.RunTag, next.RunMetadata.Span, next.Step);
                break;
            case LogEventKind.Summary when next.Values is [{ Kind: SummaryValueKind.Tensor, Metadata: { } metadata } value]:
                WriteTensor(value, metadata, next.Step);
                break;
            case LogEventKind.Summary when next.Values is [{ Kind: SummaryValueKind.Tensor } value]:
                writer.Write(value.Tag, value.Tensor!, next.Step);
                break;
            default:
                // Several values in one event, and sessions, are TensorFlow 1's; its writer has them as it built them.
                writer.Write(next.Message);
                break;
        }
    }

    private void WriteTensor(SummaryValue value, KerasSharp.Formats.Events.SummaryMetadata metadata, long step)
    {
        var tensor = value.Tensor!;
        var description = metadata.Description.Length == 0 ? null : metadata.Description;
        switch (metadata.Plugin)
        {
            case "scalars":
                writer.Scalar(value.Tag, value.Scalar!.Value, step, description);
                break;
            case "images":
                writer.Image(value.Tag, [.. tensor.Strings.Skip(2)], step, description);
                break;
            case "text" when tensor.Shape.Rank == 0:
                writer.Text(value.Tag, Encoding.UTF8.GetString(tensor.Strings[0]), step, description);
                break;
            case "graph_keras_model":
                writer.KerasModel(Encoding.UTF8.GetString(tensor.Strings[0]), step, value.Tag);
                break;
            case "hparams":
                WriteHParams(HParamsPluginData.Parser.ParseFrom(metadata.Content.Span));
                break;
            default:
                writer.Write(value.Tag, tensor, step, metadata);
                break;
        }
    }

    private void WriteHParams(HParamsPluginData data)
    {
        if (data.Experiment is { } experiment)
            writer.HParamsConfig(
                experiment.HparamInfos.Select(HParam),
                experiment.MetricInfos.Select(Metric),
                ReplayClock.Of(experiment.TimeCreatedSecs)
            );
        else if (data.SessionStartInfo is { } start)
            writer.HParams(
                new OrderedDictionary<string, object>(
                    start.Hparams.Select(pair => KeyValuePair.Create(pair.Key, HParamsExpectation.Plain(pair.Value)!))
                ),
                start.GroupName,
                ReplayClock.Of(start.StartTimeSecs)
            );
        else
            writer.HParamsEnd((TrialStatus)data.SessionEndInfo.Status, ReplayClock.Of(data.SessionEndInfo.EndTimeSecs));
    }

    private static HParam HParam(HParamInfo info) =>
        new(info.Name, Domain(info)) { DisplayName = info.DisplayName, Description = info.Description };

    private static HParamDomain? Domain(HParamInfo info) =>
        info.DomainInterval is { } interval
            ? HParamDomain.Interval(interval.MinValue, interval.MaxValue)
            : info.Type switch
            {
                KerasSharp.Formats.Protobuf.HParams.DataType.String => HParamDomain.Discrete([
                    .. info.DomainDiscrete.Values.Select(value => value.StringValue),
                ]),
                KerasSharp.Formats.Protobuf.HParams.DataType.Bool => HParamDomain.Discrete([
                    .. info.DomainDiscrete.Values.Select(value => value.BoolValue),
                ]),
                KerasSharp.Formats.Protobuf.HParams.DataType.Float64 => HParamDomain.Discrete([
                    .. info.DomainDiscrete.Values.Select(value => value.NumberValue),
                ]),
                _ => null,
            };

    private static HParamMetric Metric(MetricInfo info) =>
        new(info.Name.Tag, info.Name.Group)
        {
            DisplayName = info.DisplayName,
            Description = info.Description,
            Dataset = (HParamDataset)info.DatasetType,
        };
}
