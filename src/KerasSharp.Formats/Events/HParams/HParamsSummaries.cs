using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using KerasSharp.Formats.Protobuf.HParams;

namespace KerasSharp.Formats.Events;

/// <summary>Experiments with hyperparameters, TensorBoard's <c>hparams</c>: a configuration at the top, a trial in each run's folder.</summary>
public static class HParamsSummaries
{
    /// <summary>Writes what an experiment varies and how it is judged, as <c>hp.hparams_config</c>; once, in the top folder of its runs.</summary>
    /// <param name="writer">The writer of the top folder.</param>
    /// <param name="hparams">The hyperparameters.</param>
    /// <param name="metrics">The metrics.</param>
    /// <param name="created">When the experiment was made; null for now.</param>
    /// <exception cref="ObjectDisposedException">The writer is closed.</exception>
    /// <exception cref="IOException">An earlier event could not be written.</exception>
    public static void HParamsConfig(
        this EventFileWriter writer,
        IEnumerable<HParam> hparams,
        IEnumerable<HParamMetric> metrics,
        DateTimeOffset? created = null
    )
    {
        var experiment = new Experiment { TimeCreatedSecs = Seconds(writer, created) };
        experiment.HparamInfos.AddRange(hparams.Select(hparam => hparam.ToMessage()));
        experiment.MetricInfos.AddRange(metrics.Select(metric => metric.ToMessage()));
        Write(writer, "_hparams_/experiment", new HParamsPluginData { Experiment = experiment });
    }

    /// <summary>Writes the hyperparameters of a trial, as <c>hp.hparams</c>; once, in the trial's folder, before its metrics.</summary>
    /// <param name="writer">The writer of the trial's folder.</param>
    /// <param name="values">Each hyperparameter's number, text or truth value.</param>
    /// <param name="trialId">Trials of one name are shown as one; null for a hash of the values.</param>
    /// <param name="started">When the trial began; null for now.</param>
    /// <exception cref="ArgumentException">A value is none of these.</exception>
    /// <exception cref="ObjectDisposedException">The writer is closed.</exception>
    /// <exception cref="IOException">An earlier event could not be written.</exception>
    public static void HParams(
        this EventFileWriter writer,
        IReadOnlyDictionary<string, object> values,
        string? trialId = null,
        DateTimeOffset? started = null
    )
    {
        var session = new SessionStartInfo { StartTimeSecs = Seconds(writer, started) };
        foreach (var (name, value) in values)
            session.Hparams[name] = ToMessage(name, value);
        session.GroupName = trialId ?? TrialName.Of(values);
        Write(writer, "_hparams_/session_start_info", new HParamsPluginData { SessionStartInfo = session });
    }

    /// <summary>Writes that a trial has ended; once, in the trial's folder.</summary>
    /// <param name="writer">The writer of the trial's folder.</param>
    /// <param name="status">How it ended.</param>
    /// <param name="ended">When; null for now.</param>
    /// <exception cref="ObjectDisposedException">The writer is closed.</exception>
    /// <exception cref="IOException">An earlier event could not be written.</exception>
    public static void HParamsEnd(this EventFileWriter writer, TrialStatus status = TrialStatus.Success, DateTimeOffset? ended = null)
    {
        var session = new SessionEndInfo { Status = (Status)status, EndTimeSecs = Seconds(writer, ended) };
        Write(writer, "_hparams_/session_end_info", new HParamsPluginData { SessionEndInfo = session });
    }

    /// <summary>The values stand in the metadata; the tensor beside them is empty.</summary>
    private static void Write(EventFileWriter writer, string tag, HParamsPluginData data) =>
        writer.Write(tag, TensorValue.From<float>(Shape.Of(0), []), 0, new SummaryMetadata("hparams", data.ToByteArray()));

    private static double Seconds(EventFileWriter writer, DateTimeOffset? time) => time is { } known ? WallTime.Of(known) : writer.Now;

    private static Value ToMessage(string name, object value) =>
        value switch
        {
            bool flag => Value.ForBool(flag),
            string text => Value.ForString(text),
            _ when TrialName.IsNumber(value) => Value.ForNumber(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
            _ => throw new ArgumentException(
                $"The hyperparameter '{name}' is of type {value.GetType().Name}; numbers, texts and truth values are shown."
            ),
        };
}
