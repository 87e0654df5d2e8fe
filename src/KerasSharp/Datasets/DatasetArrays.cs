using KerasSharp.Formats.Idx;
using NumSharp;

namespace KerasSharp.Datasets;

/// <summary>The four arrays of an image classification set, checked to fit together.</summary>
internal sealed class DatasetArrays
{
    private readonly (NDArray x, NDArray y) _train;
    private readonly (NDArray x, NDArray y) _test;

    /// <exception cref="InvalidDataException">Images are not uint8 [n, 28, 28], or labels not uint8 [n].</exception>
    public DatasetArrays((NDArray x, NDArray y) train, (NDArray x, NDArray y) test)
    {
        _train = Checked(train, "training");
        _test = Checked(test, "test");
    }

    public long TrainCount => _train.x.shape[0];

    public long TestCount => _test.x.shape[0];

    public static DatasetArrays Of(IReadOnlyList<IdxContent> files) =>
        new((files[0].ToArray(), files[1].ToArray()), (files[2].ToArray(), files[3].ToArray()));

    public ((NDArray x, NDArray y) train, (NDArray x, NDArray y) test) AsTuple() => (_train, _test);

    private static (NDArray x, NDArray y) Checked((NDArray x, NDArray y) part, string name)
    {
        var (x, y) = part;
        var good =
            (x.ndim, x.typecode, y.ndim, y.typecode) == (3, NPTypeCode.Byte, 1, NPTypeCode.Byte)
            && (x.shape[0], x.shape[1], x.shape[2]) == (y.shape[0], 28, 28);
        return good
            ? part
            : throw new InvalidDataException(
                $"The {name} part is expected to be uint8 images of shape [n, 28, 28] with uint8 labels of shape [n], "
                    + $"got {x.typecode} [{string.Join(", ", x.shape)}] with {y.typecode} [{string.Join(", ", y.shape)}]."
            );
    }
}
