using KerasSharp.Testing;

namespace KerasSharp.Tests.Conformance;

/// <summary>Every golden case of a training: a fit with all it leaves behind, or a list of steps with their results.</summary>
public sealed class GoldenTrainingTests
{
    public static IEnumerable<TestCaseData> Cases => GoldenFamily.TestCases("training");

    [OneTimeSetUp]
    public void RegisterLayers() => GoldenTrainingLayers.Register();

    [TestCaseSource(nameof(Cases))]
    public void Training(GoldenCase golden)
    {
        if (golden.Json.GetProperty("kind").GetString() == "steps")
            new GoldenTrainingSteps(golden).Run();
        else
            new GoldenTrainingFit(golden).Run();
    }
}
