using System.Globalization;
using System.Text;
using KerasSharp.Formats.Protobuf.Projector;
using NumSharp;

namespace KerasSharp.Formats.Events;

/// <summary>The tables of an embedding beside the projector's configuration: values and labels, parted by tabs.</summary>
internal static class EmbeddingFiles
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes what the embedding brings along, and says where everything is.</summary>
    public static EmbeddingInfo Write(string folder, ProjectedEmbedding embedding)
    {
        Check(embedding);
        var name = FileName(embedding.Name);
        var info = new EmbeddingInfo { TensorName = embedding.Name };
        info.TensorPath = embedding.Tensor is null ? embedding.TensorPath ?? "" : $"{name}.tensor.tsv";
        info.MetadataPath = embedding.Labels is null ? embedding.MetadataPath ?? "" : $"{name}.metadata.tsv";
        if (embedding.Tensor is { } tensor)
        {
            info.TensorShape.AddRange(tensor.shape.Select(size => (uint)size));
            WriteRows(Path.Combine(folder, info.TensorPath), Rows(tensor));
        }
        if (embedding.Labels is { } labels)
            WriteRows(Path.Combine(folder, info.MetadataPath), labels.Select(OneLine));
        if (embedding.SpritePath is { } sprite)
        {
            info.Sprite = new SpriteMetadata { ImagePath = sprite };
            info.Sprite.SingleImageDim.AddRange([(uint)embedding.SpriteSize.Width, (uint)embedding.SpriteSize.Height]);
        }
        return info;
    }

    private static void Check(ProjectedEmbedding embedding)
    {
        var what = $"The embedding '{embedding.Name}'";
        if (embedding.Tensor is { ndim: not 2 } odd)
            throw new ArgumentException($"{what} has shape [{string.Join(", ", odd.shape)}]; expected [points, dimensions].");
        if (embedding is { Tensor: { } tensor, Labels: { } labels } && tensor.shape[0] != labels.Count)
            throw new ArgumentException($"{what} has {tensor.shape[0]} points and {labels.Count} labels.");
        if (embedding is { Tensor: not null, TensorPath: not null } or { Labels: not null, MetadataPath: not null })
            throw new ArgumentException($"{what} names a table and brings one too; leave one out.");
    }

    private static IEnumerable<string> Rows(NDArray tensor)
    {
        var values = Doubles.Of(tensor);
        // Seventeen digits of a float32 would be noise.
        var isSingle = tensor.typecode is NPTypeCode.Single or NPTypeCode.Half;
        int width = (int)tensor.shape[1];
        for (int i = 0; i < tensor.shape[0]; i++)
            yield return string.Join('\t', values.Skip(i * width).Take(width).Select(value => Number(value, isSingle)));
    }

    private static string Number(double value, bool isSingle) =>
        isSingle ? ((float)value).ToString("R", CultureInfo.InvariantCulture) : value.ToString("R", CultureInfo.InvariantCulture);

    private static string OneLine(string label) => label.ReplaceLineEndings(" ").Replace('\t', ' ');

    private static void WriteRows(string path, IEnumerable<string> rows) =>
        AtomicFile.Write(
            path,
            (Stream stream) =>
            {
                using var text = new StreamWriter(stream, Utf8) { NewLine = "\n" };
                foreach (var row in rows)
                    text.WriteLine(row);
            }
        );

    /// <summary>A checkpoint's key has slashes, which are no part of a file's name.</summary>
    private static string FileName(string name) =>
        string.Concat(name.Select(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' or '.' ? letter : '_'));
}
