namespace KerasSharp.Formats.Cifar;

/// <summary>CIFAR's binary files: records of one label byte (two in CIFAR-100, the coarse one first) and the image's 3072 bytes.</summary>
internal static class CifarBinary
{
    public static CifarRecords Read(ReadOnlyMemory<byte> content, string file, CifarKind kind)
    {
        int labelCount = kind == CifarKind.Cifar10 ? 1 : 2;
        int recordLength = labelCount + CifarRecords.ImageLength;
        if (content.Length == 0 || content.Length % recordLength != 0)
            throw new FileFormatException(
                file,
                "",
                $"a binary file of {kind} has records of {recordLength} bytes, one at least; {content.Length} bytes are {content.Length / recordLength} records and {content.Length % recordLength} bytes."
            );
        int count = content.Length / recordLength;
        var planes = new byte[count * CifarRecords.ImageLength];
        for (int i = 0; i < count; i++)
            content.Span.Slice(i * recordLength + labelCount, CifarRecords.ImageLength).CopyTo(planes.AsSpan(i * CifarRecords.ImageLength));
        byte[] Labels(int offset, int classes) => ReadLabels(content.Span, count, recordLength, offset, classes, file);
        return new CifarRecords(
            kind,
            planes,
            Labels(labelCount - 1, CifarRecords.ClassCount(kind)),
            labelCount == 2 ? Labels(0, CifarRecords.CoarseClassCount) : []
        );
    }

    private static byte[] ReadLabels(ReadOnlySpan<byte> content, int count, int recordLength, int offset, int classes, string file)
    {
        var labels = new byte[count];
        for (int i = 0; i < count; i++)
        {
            labels[i] = content[i * recordLength + offset];
            if (labels[i] >= classes)
                throw new FileFormatException(file, $"record {i}", $"expected a label from 0 to {classes - 1}, got {labels[i]}.");
        }
        return labels;
    }
}
