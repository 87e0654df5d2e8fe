using System.Runtime.InteropServices;
using KerasSharp.Engines.Torch.Native;

namespace KerasSharp.Engines.Torch.Tests.Native;

/// <summary>Where libtorch is looked for and what a user reads where it is not found.</summary>
public sealed class TorchLibraryTests
{
    private static readonly string MainFile = TorchLibrary.FileName("torch_cpu");

    private string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("torch").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public void TheLibraryInUseIsFoundAgainInItsFolder()
    {
        var (handle, path) = TorchLibrary.Find([folder, Path.GetDirectoryName(TorchLibrary.Path)!]);
        Assert.That(path, Is.EqualTo(TorchLibrary.Path));
        Assert.That(handle, Is.EqualTo(TorchLibrary.Load()));
    }

    [Test]
    public void EveryFolderTriedIsListedAndWhatToInstall()
    {
        var other = Path.Combine(folder, "none");
        var message = Failure(folder, other);
        Assert.That(message, Does.Contain($"{Path.Combine(folder, MainFile)}: no such file"));
        Assert.That(message, Does.Contain($"{Path.Combine(other, MainFile)}: no such file"));
        Assert.That(message, Does.Contain($"libtorch-cpu-{RuntimeInformation.RuntimeIdentifier}").And.Contain("KERAS_TORCH"));
    }

    [Test]
    public void OfAFileThatIsNoLibraryTheSystemsReasonIsGiven()
    {
        File.WriteAllText(Path.Combine(folder, MainFile), "not a library");
        var line = LineOf(Failure(folder), Path.Combine(folder, MainFile));
        Assert.That(line, Does.Not.Contain("no such file"));
        Assert.That(line.Length, Is.GreaterThan(Path.Combine(folder, MainFile).Length + 10));
    }

    [Test]
    public void OfALibraryTooOldTheVersionNeededIsGiven()
    {
        var another = Path.Combine(Path.GetDirectoryName(TorchLibrary.Path)!, TorchLibrary.FileName("c10"));
        File.Copy(another, Path.Combine(folder, MainFile));
        Assert.That(LineOf(Failure(folder), Path.Combine(folder, MainFile)), Does.Contain($"older than {TorchLibrary.Version}"));
    }

    [Test]
    public void ABrokenNeighbourDoesNotHideAnotherFolder()
    {
        File.WriteAllText(Path.Combine(folder, MainFile), "not a library");
        Assert.That(TorchLibrary.Find([folder, Path.GetDirectoryName(TorchLibrary.Path)!]).Path, Is.EqualTo(TorchLibrary.Path));
    }

    [Test]
    public void WhereAFolderIsAskedForNoOtherIsTried()
    {
        var file = Path.Combine(folder, MainFile);
        File.WriteAllText(file, "");
        Assert.That(TorchLibrary.Folders(folder), Is.EqualTo(new[] { folder }));
        Assert.That(TorchLibrary.Folders(file), Is.EqualTo(new[] { folder }));
    }

    [TestCase(null)]
    [TestCase("")]
    public void ElseTheApplicationsFoldersAreTried(string? asked) =>
        Assert.That(TorchLibrary.Folders(asked).Take(1), Is.EqualTo(new[] { AppContext.BaseDirectory }));

    private static string Failure(params string[] folders) =>
        Assert.Throws<TorchLibraryException>(() => TorchLibrary.Find(folders))!.Message;

    private static string LineOf(string message, string file) =>
        message.Split('\n').First(line => line.TrimStart().StartsWith(file + ": ", StringComparison.Ordinal));
}
