namespace KerasSharp.Formats.Cifar;

/// <summary>Reads CIFAR-10 and CIFAR-100: the published archives in whole, and the binary and Python files in them.</summary>
public static class CifarFile
{
    /// <summary>Reads a binary file such as <c>data_batch_1.bin</c> or CIFAR-100's <c>train.bin</c>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="kind">Which set it is of; the file does not say.</param>
    /// <exception cref="FileFormatException">Its length is not that of whole records, or a label is of no class.</exception>
    public static CifarBatch ReadBinary(string path, CifarKind kind) =>
        CifarRecords.ToBatch([CifarBinary.Read(File.ReadAllBytes(path), path, kind)]);

    /// <summary>Reads a Python file such as <c>data_batch_1</c> or CIFAR-100's <c>train</c>, without running anything that is in it.</summary>
    /// <param name="path">The file, pickled by any Python; which set it is of it says itself.</param>
    /// <exception cref="FileFormatException">It is no pickle of such data: an entry is missing or of another shape, or it names something that is not data.</exception>
    public static CifarBatch ReadPickle(string path) => CifarRecords.ToBatch([CifarPickle.Read(File.ReadAllBytes(path), path)]);

    /// <summary>Reads an archive as it is published: <c>cifar-10-python.tar.gz</c>, <c>cifar-10-binary.tar.gz</c>, <c>cifar-100-python.tar.gz</c>, <c>cifar-100-binary.tar.gz</c>; or the same as zip or tar.</summary>
    /// <param name="path">The archive; its files may stand in any folder of it.</param>
    /// <exception cref="FileFormatException">The archive or a file in it is damaged, or a file of the set is missing.</exception>
    public static CifarData ReadArchive(string path) => CifarArchive.Read(path);
}
