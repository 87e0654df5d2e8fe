using System.Text;
using Google.Protobuf;
using KerasSharp.Formats.Protobuf.Plugins;

namespace KerasSharp.Formats.Events;

/// <summary>The layout of TensorBoard's page <c>custom scalars</c>.</summary>
public static class CustomScalars
{
    /// <summary>Writes which curves the page shows together. One layout a log directory is enough.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="categories">The page's parts, from the top.</param>
    /// <exception cref="ObjectDisposedException">The writer is closed.</exception>
    /// <exception cref="IOException">An earlier event could not be written.</exception>
    public static void CustomScalarsLayout(this EventFileWriter writer, params IReadOnlyList<ScalarCategory> categories)
    {
        var layout = new Layout();
        layout.Category.AddRange(categories.Select(category => category.ToMessage()));
        var value = TensorValue.FromStrings(Shape.Scalar, [layout.ToByteArray()]);
        writer.Write("custom_scalars__config__", value, 0, new SummaryMetadata("custom_scalars"));
    }
}
