using NumSharp;

namespace KerasSharp.Datasets;

/// <summary>Fashion-MNIST: 28×28 grey images of clothes, 60,000 for training and 10,000 for testing.</summary>
/// <remarks>
/// The labels: 0 T-shirt/top, 1 Trouser, 2 Pullover, 3 Dress, 4 Coat, 5 Sandal, 6 Shirt, 7 Sneaker, 8 Bag, 9 Ankle boot.
/// </remarks>
public static class FashionMnist
{
    /// <summary>Loads Fashion-MNIST.</summary>
    /// <param name="options">Cache folder, permitted sources and log. Default: <see cref="DatasetOptions"/> as it is made.</param>
    /// <returns>
    /// For each part <c>x</c>, uint8 images of shape [n, 28, 28] (0 is background), and <c>y</c>, uint8 labels 0 to 9 of
    /// shape [n].
    /// </returns>
    /// <remarks>
    /// The sources are tried in this order: the cache folder (idx files in <c>datasets/fashion-mnist</c>, where Keras keeps
    /// them too), the download, the Debian package <c>dataset-fashion-mnist</c> where it is installed, and the first
    /// 2,000 + 1,000 images, which ship with KerasSharp. One line of the log says which was used. Whatever is full is
    /// checked by SHA-256 and kept in the cache.
    /// </remarks>
    /// <example><code>var ((xTrain, yTrain), (xTest, yTest)) = FashionMnist.LoadData();</code></example>
    public static ((NDArray x, NDArray y) train, (NDArray x, NDArray y) test) LoadData(DatasetOptions? options = null) =>
        DatasetLoader.Load(KnownDatasets.FashionMnist, options).AsTuple();
}
