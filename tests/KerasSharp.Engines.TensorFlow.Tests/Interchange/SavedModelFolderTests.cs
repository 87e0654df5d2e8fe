using KerasSharp.Engines.TensorFlow.Interchange;
using KerasSharp.Testing;

namespace KerasSharp.Engines.TensorFlow.Tests.Interchange;

/// <summary>Folders that are no SavedModels.</summary>
internal sealed class SavedModelFolderTests
{
    [Test]
    public void AMissingFolder()
    {
        using var folder = new TemporaryFolder();
        Assert.That(
            () => SavedModel.Load(folder["none"]),
            Throws.TypeOf<DirectoryNotFoundException>().With.Message.Contains(folder["none"]).And.Message.Contains("SavedModel")
        );
    }

    [Test]
    public void AnEmptyFolder()
    {
        using var folder = new TemporaryFolder();
        Assert.That(
            () => SavedModel.Load(folder.Path),
            Throws.TypeOf<InvalidDataException>().With.Message.Contains(folder.Path).And.Message.Contains("saved_model.pb")
        );
    }

    [Test]
    public void AFileOfAnotherKind()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["saved_model.pb"], "This is no protobuf.");
        Assert.That(
            () => SavedModel.Load(folder.Path),
            Throws.TypeOf<InvalidDataException>().With.Message.Contains(folder["saved_model.pb"])
        );
    }
}
