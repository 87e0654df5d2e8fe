using System.Text.Json;
using KerasSharp.Callbacks;
using KerasSharp.Saving;
using KerasSharp.Testing;

namespace KerasSharp.Tests.Conformance;

/// <summary>The callbacks that golden training cases name.</summary>
internal static class GoldenTrainingCallbacks
{
    public static Callback Read(JsonElement json)
    {
        var args = json.TryGetProperty("args", out var given) ? Config.Parse(given.GetRawText()) : [];
        switch (json.GetProperty("class").GetString())
        {
            case "EarlyStopping":
                return new EarlyStopping(
                    args.Get("monitor", "val_loss"),
                    args.Get("min_delta", 0.0),
                    args.Get("patience", 0),
                    mode: args.Get("mode", "auto"),
                    baseline: args.Get<double?>("baseline", null),
                    restoreBestWeights: args.Get("restore_best_weights", false),
                    startFromEpoch: args.Get("start_from_epoch", 0)
                );
            case "ReduceLROnPlateau":
                return new ReduceLROnPlateau(
                    args.Get("monitor", "val_loss"),
                    args.Get("factor", 0.1),
                    args.Get("patience", 10),
                    mode: args.Get("mode", "auto"),
                    minDelta: args.Get("min_delta", 1e-4),
                    cooldown: args.Get("cooldown", 0),
                    minLR: args.Get("min_lr", 0.0)
                );
            case "SwapEMAWeights":
                return new SwapEMAWeights(args.Get("swap_on_epoch", false));
            case "LearningRateScheduler" when json.TryGetProperty("factor", out var factor):
                double times = factor.GetDouble();
                return new LearningRateScheduler((_, rate) => rate * times);
            case "LearningRateScheduler":
                double[] table = [.. json.GetProperty("table").EnumerateArray().Select(rate => rate.GetDouble())];
                return new LearningRateScheduler(epoch => table[epoch]);
            case var other:
                NotYet.Report(other!);
                return null;
        }
    }
}
