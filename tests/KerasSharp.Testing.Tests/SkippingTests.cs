using NUnit.Framework.Interfaces;

namespace KerasSharp.Testing.Tests;

/// <summary>What is not built or not supported is skipped and counted, never passed.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class SkippingTests
{
    [Test]
    public void NotYetSkipsWithTheName()
    {
        IgnoreException skip = Skip(() => NotYet.Report("Einsum"));
        Assert.That(skip.Message, Is.EqualTo("not yet: Einsum"));
        Assert.That(skip.ResultState.Status, Is.EqualTo(TestStatus.Skipped));
    }

    [Test]
    public void TheTallyCountsAndNames()
    {
        var tally = new GoldenTally("toys");
        tally.Record(TestStatus.Passed, null);
        tally.Record(TestStatus.Passed, null);
        tally.Record(TestStatus.Failed, "not yet: said by a failure");
        tally.Record(TestStatus.Skipped, "not yet: Einsum");
        tally.Record(TestStatus.Skipped, "not yet: Einsum");
        tally.Record(TestStatus.Skipped, "not yet: Cumsum");
        Assert.That(tally.ToString(), Is.EqualTo("golden toys: 2 passed, 1 failed, 3 not yet built (Cumsum, Einsum)"));

        tally.Record(TestStatus.Skipped, "unsupported: no such kernel");
        tally.Record(TestStatus.Skipped, "needs a GPU");
        Assert.That(tally.ToString(), Does.EndWith("(Cumsum, Einsum), 1 unsupported by the engine, 1 skipped for other reasons"));
    }

    [Test]
    public void UnsupportedCasesAreSkippedWithTheirReason()
    {
        using var files = new SampleFiles();
        files.AddArchive(
            "toys",
            SampleFiles.Json("Conv.x", """{"family": "toys"}"""),
            SampleFiles.Json("Pool.x", """{"family": "toys"}""")
        );
        IReadOnlyList<GoldenCase> cases = GoldenFamily.Load("toys", files.Root, null).Cases;
        string path = Path.Combine(files.Root, "Unsupported.txt");
        File.WriteAllText(path, "# kernels\n\ntoys/Conv.*   has no kernel\n");
        Unsupported unsupported = Unsupported.Read(path);

        Assert.That(Skip(() => unsupported.SkipIfListed(cases[0])).Message, Is.EqualTo("unsupported: has no kernel"));
        Assert.That(unsupported.Reason(cases[1]), Is.Null);
        Assert.That(() => unsupported.SkipIfListed(cases[1]), Throws.Nothing);
    }

    [Test]
    public void APatternNeedsAReason()
    {
        using var files = new SampleFiles();
        string path = Path.Combine(files.Root, "Unsupported.txt");
        File.WriteAllText(path, "toys/a because\ntoys/b\n");
        Assert.That(() => Unsupported.Read(path), Throws.TypeOf<FormatException>().With.Message.Contains("line 2"));
    }

    [Test]
    public void WithoutAFileNothingIsUnsupported()
    {
        using var files = new SampleFiles();
        files.AddArchive("toys", SampleFiles.Json("a", """{"family": "toys"}"""));
        Unsupported none = Unsupported.Read(Path.Combine(files.Root, "Unsupported.txt"));
        Assert.That(none.Reason(GoldenFamily.Load("toys", files.Root, null).Cases.Single()), Is.Null);
    }

    /// <summary>The exception that NUnit takes for a skip, caught before it ends this test.</summary>
    private static IgnoreException Skip(Action action)
    {
        try
        {
            action();
        }
        catch (IgnoreException skip)
        {
            return skip;
        }
        throw new AssertionException("The case was not skipped.");
    }
}
