using KerasSharp.Testing;
using NUnit.Framework;

[assembly: CountGoldenCases]

/// <summary>Prints the counts of golden cases as a test assembly's run ends. Compiled into every test project.</summary>
/// <remarks>It stands in no namespace because NUnit then runs it around the whole assembly.</remarks>
[SetUpFixture]
internal sealed class GoldenSummaryFixture
{
    [OneTimeTearDown]
    public void PrintSummary() => NotYet.PrintSummary();
}
