using KerasSharp.Testing;

namespace KerasSharp.Tests.Conformance;

/// <summary>Every golden case of a callback: what it does, what it prints, and when it is called.</summary>
[NonParallelizable]
public sealed class GoldenCallbackTests
{
    public static IEnumerable<TestCaseData> Cases => GoldenFamily.TestCases("callbacks");

    [TestCaseSource(nameof(Cases))]
    public void Callback(GoldenCase golden)
    {
        switch (golden.Json.GetProperty("group").GetString())
        {
            case "Progbar":
                GoldenProgressCases.Bar(golden);
                break;
            case "ProgbarLogger":
                GoldenProgressCases.Logger(golden);
                break;
            case "order":
                new GoldenCallbackOrder(golden).Run();
                break;
            case "LambdaCallback":
                new GoldenCallbackOrder(golden).RunLambda();
                break;
            case "EarlyStopping":
                GoldenMonitorCases.Stopping(golden);
                break;
            case "ReduceLROnPlateau":
                GoldenMonitorCases.Plateau(golden);
                break;
            case "LearningRateScheduler":
                GoldenMonitorCases.Scheduler(golden);
                break;
            case "TerminateOnNaN":
                GoldenMonitorCases.NaN(golden);
                break;
            case "SwapEMAWeights":
                GoldenSwapCases.Run(golden);
                break;
            case "CSVLogger":
                GoldenCsvCases.Run(golden);
                break;
            case var other:
                NotYet.Report(other!);
                break;
        }
    }
}
