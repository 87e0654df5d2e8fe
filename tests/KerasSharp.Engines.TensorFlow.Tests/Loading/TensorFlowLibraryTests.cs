using System.Runtime.InteropServices;
using KerasSharp.Engines.TensorFlow.Loading;

namespace KerasSharp.Engines.TensorFlow.Tests.Loading;

/// <summary>What a user reads where no library will do.</summary>
public sealed class TensorFlowLibraryTests
{
    private static readonly string MainFile = LibraryNames.Main[0];

    private FakeFolders fake = null!;

    [SetUp]
    public void MakeFolders() => fake = new FakeFolders();

    [TearDown]
    public void RemoveFolders() => fake.Dispose();

    [Test]
    public void EveryFileTriedIsListedAndWhatToInstall()
    {
        var (empty, none) = (fake.Folder("empty"), Path.Combine(fake.Root, "none"));
        var message = Failure(empty, none);
        foreach (var file in LibraryPlaces.FilesIn([empty, none]))
            Assert.That(LineOf(message, file), Is.EqualTo($"  {file}: no such file"));
        Assert.That(message, Does.EndWith(LibraryNames.Remedy));
        Assert.That(message, Does.Contain(RuntimeInformation.RuntimeIdentifier).And.Contain("SciSharp.TensorFlow.Redist"));
        Assert.That(message, Does.Contain("KERAS_TENSORFLOW").And.Contain("from 2.10 to 2.21"));
    }

    [Test]
    public void OfAFileThatIsNoLibraryTheSystemsReasonIsGiven()
    {
        var file = fake.File("not a library", MainFile);
        var line = LineOf(Failure(fake.Root), file);
        Assert.That(line, Does.Not.Contain("no such file"));
        if (OperatingSystem.IsLinux())
            Assert.That(line, Does.Contain("file too short").Or.Contain("invalid ELF header"));
        else
            Assert.That(line, Has.Length.GreaterThan(file.Length + 10));
    }

    [Test]
    public void ABrokenLibraryBesideIsNamedToo()
    {
        if (LibraryNames.Needed.Count == 0)
            Assert.Ignore("On this platform the library needs no other.");
        var file = fake.File("not a library", MainFile);
        fake.File("not a library", LibraryNames.Needed[0]);
        Assert.That(LineOf(Failure(fake.Root), file), Does.Contain(LibraryNames.Needed[0]));
    }

    [Test]
    public void OfAnotherLibraryTheMissingFunctionIsGiven()
    {
        var file = Path.Combine(fake.Root, MainFile);
        File.Copy(AnotherLibrary(), file);
        Assert.That(LineOf(Failure(fake.Root), file), Does.Contain("has no TF_Version"));
    }

    [Test]
    public void OfAnotherVersionItsNumberAndTheOnesWantedAreGiven()
    {
        TheEngine.Require();
        var wanted = new VersionRange(new Version(1, 4), new Version(1, 15));
        var file = TensorFlowLibrary.Current.Path;
        var message = Assert.Throws<TensorFlowLibraryException>(() => TensorFlowLibrary.Load([file], wanted))!.Message;
        Assert.That(LineOf(message, file), Does.Contain($"is TensorFlow {TensorFlowLibrary.Current.Version}; it must be from 1.4 to 1.15"));
    }

    [Test]
    public void ABrokenNeighbourDoesNotHideAnotherFolder()
    {
        TheEngine.Require();
        fake.File("not a library", MainFile);
        var library = TensorFlowLibrary.Load([fake.Root, Path.GetDirectoryName(TensorFlowLibrary.Current.Path)!]);
        Assert.That((library.Path, library.Handle), Is.EqualTo((TensorFlowLibrary.Current.Path, TensorFlowLibrary.Current.Handle)));
    }

    [TestCase("2.10.0", true)]
    [TestCase("2.16.1", true)]
    [TestCase("2.21.0-rc1", true)]
    [TestCase("2.9.3", false)]
    [TestCase("2.22.0", false)]
    [TestCase("3.15.0", false)]
    [TestCase("2", false)]
    [TestCase("", false)]
    public void VersionsAreComparedByNumber(string version, bool expected) =>
        Assert.That(new VersionRange(new Version(2, 10), new Version(2, 21)).Contains(version), Is.EqualTo(expected));

    [Test]
    public void TheEngineTellsWhichLibraryItIs()
    {
        var library = TheEngine.Current.Describe();
        Assert.That(library, Does.StartWith("engine tensorflow, TensorFlow 2.").And.Contain(TensorFlowLibrary.Current.Path));
    }

    /// <summary>A native library of .NET, which is there on every platform.</summary>
    private static string AnotherLibrary()
    {
        var name =
            OperatingSystem.IsWindows() ? "System.IO.Compression.Native.dll"
            : OperatingSystem.IsMacOS() ? "libSystem.Native.dylib"
            : "libSystem.Native.so";
        return Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), name);
    }

    private static string Failure(params string[] places) =>
        Assert.Throws<TensorFlowLibraryException>(() => TensorFlowLibrary.Load(places))!.Message;

    private static string LineOf(string message, string file) =>
        message.Split('\n').First(line => line.TrimStart().StartsWith(file + ": ", StringComparison.Ordinal));
}
