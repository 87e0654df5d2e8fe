using KerasSharp.Engines.TensorFlow.Loading;

namespace KerasSharp.Engines.TensorFlow.Tests.Loading;

/// <summary>Where the library is looked for, in environments made up.</summary>
public sealed class LibraryPlacesTests
{
    private FakeFolders fake = null!;

    [SetUp]
    public void MakeFolders() => fake = new FakeFolders();

    [TearDown]
    public void RemoveFolders() => fake.Dispose();

    [Test]
    public void WhereAFolderIsNamedEveryNameInItIsTriedAndNothingElse()
    {
        var places = new LibraryPlaces(Variables((LibraryPlaces.Variable, fake.Root), ("VIRTUAL_ENV", VirtualEnvironment("venv"))));
        Assert.That(places.Folders(), Is.EqualTo(new[] { fake.Root }));
        Assert.That(places.Files(), Is.EqualTo(LibraryNames.Main.Select(name => Path.Combine(fake.Root, name))));
    }

    [Test]
    public void WhereAFileIsNamedItAloneIsTried()
    {
        var file = fake.File("", "mine", "tensorflow-of-mine.so");
        var places = new LibraryPlaces(Variables((LibraryPlaces.Variable, file)));
        Assert.That(places.Files(), Is.EqualTo(new[] { file }));
    }

    [TestCase(null)]
    [TestCase("")]
    public void ElseTheApplicationsFoldersComeFirst(string? asked) =>
        Assert.That(new LibraryPlaces(Variables((LibraryPlaces.Variable, asked))).Folders().First(), Is.EqualTo(AppContext.BaseDirectory));

    [Test]
    public void NoFolderComesTwice()
    {
        var root = VirtualEnvironment("venv");
        var folders = new LibraryPlaces(Variables(("VIRTUAL_ENV", root), ("CONDA_PREFIX", root))).Folders().ToArray();
        Assert.That(folders, Is.Unique.And.Contain(PackageIn(root)));
    }

    [TestCase("VIRTUAL_ENV")]
    [TestCase("CONDA_PREFIX")]
    public void TheActivePythonsPackageIsTried(string variable)
    {
        var root = VirtualEnvironment("venv");
        Assert.That(new PythonFolders(Variables((variable, root))).All(), Is.EqualTo(Packages(root)));
    }

    [Test]
    public void TheVirtualEnvironmentComesBeforeConda()
    {
        var (venv, conda) = (VirtualEnvironment("venv"), VirtualEnvironment("conda"));
        var folders = new PythonFolders(Variables(("CONDA_PREFIX", conda), ("VIRTUAL_ENV", venv))).All();
        Assert.That(folders, Is.EqualTo(Packages(venv).Concat(Packages(conda))));
    }

    [Test]
    public void ThePythonsOnPathAreTriedInOrder()
    {
        var (first, second) = (VirtualEnvironment("first"), VirtualEnvironment("second"));
        var path = string.Join(Path.PathSeparator, fake.Folder("empty"), PythonIn(first), "", PythonIn(second));
        Assert.That(new PythonFolders(Variables(("PATH", path))).All(), Is.EqualTo(Packages(first).Concat(Packages(second))));
    }

    [Test]
    public void FoldersThatAreNotThereAreNoError()
    {
        var none = Path.Combine(fake.Root, "none");
        Assert.That(new PythonFolders(Variables(("VIRTUAL_ENV", none), ("PATH", none))).All(), Is.Empty);
    }

    /// <summary>The folder of a Python with one place for packages.</summary>
    private string VirtualEnvironment(string name)
    {
        fake.File("", OperatingSystem.IsWindows() ? [name, "python.exe"] : [name, "bin", "python3"]);
        var root = fake.Folder(name);
        Directory.CreateDirectory(PackageIn(root));
        return root;
    }

    private static string PythonIn(string root) => OperatingSystem.IsWindows() ? root : Path.Combine(root, "bin");

    private static string PackageIn(string root) => Packages(root).First();

    private static string[] Packages(string root) =>
        OperatingSystem.IsWindows()
            ? [Path.Combine(root, "Lib", "site-packages", "tensorflow")]
            :
            [
                Path.Combine(root, "lib", "python3.12", "site-packages", "tensorflow"),
                Path.Combine(root, "lib", "python3.12", "dist-packages", "tensorflow"),
            ];

    private static Func<string, string?> Variables(params (string Name, string? Value)[] variables) =>
        name => variables.FirstOrDefault(variable => variable.Name == name).Value;
}
