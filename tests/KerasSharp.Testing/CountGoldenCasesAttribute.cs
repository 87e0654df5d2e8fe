using NUnit.Framework;
using NUnit.Framework.Interfaces;

namespace KerasSharp.Testing;

/// <summary>Counts the outcome of every golden case of a test assembly, for <see cref="NotYet.PrintSummary"/>.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class CountGoldenCasesAttribute : Attribute, ITestAction
{
    /// <summary>The action runs around each test.</summary>
    public ActionTargets Targets => ActionTargets.Test;

    /// <summary>Nothing is to be done before a test.</summary>
    public void BeforeTest(ITest test) { }

    /// <summary>Counts the test where it is a golden case.</summary>
    public void AfterTest(ITest test)
    {
        TestContext.ResultAdapter result = TestContext.CurrentContext.Result;
        if (test.Properties.Get(GoldenFamily.Property) is string family)
            GoldenSummary.Record(family, result.Outcome.Status, result.Message);
    }
}
