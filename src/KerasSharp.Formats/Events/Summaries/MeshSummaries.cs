using Google.Protobuf;
using KerasSharp.Formats.Protobuf.Plugins;
using NumSharp;
using Content = KerasSharp.Formats.Protobuf.Plugins.MeshPluginData.Types.ContentType;

namespace KerasSharp.Formats.Events;

/// <summary>Points and surfaces in space, TensorBoard's <c>mesh</c>.</summary>
public static class MeshSummaries
{
    /// <summary>Writes meshes or clouds of points, as <c>mesh_summary.mesh</c>.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="tag">The mesh's name.</param>
    /// <param name="vertices">Where the points are, of shape [meshes, points, 3]; kept as float32.</param>
    /// <param name="step">The step.</param>
    /// <param name="faces">Which points make each triangle, of shape [meshes, triangles, 3]; kept as int32. Null for points alone.</param>
    /// <param name="colors">Red, green and blue of each point from 0 to 255, of shape [meshes, points, 3]; kept as uint8. Null for the default.</param>
    /// <param name="configJson">How it is drawn: ThreeJS classes and their arguments as JSON.</param>
    /// <param name="description">A description in Markdown.</param>
    /// <exception cref="ArgumentException">An array has another shape.</exception>
    /// <exception cref="ObjectDisposedException">The writer is closed.</exception>
    /// <exception cref="IOException">An earlier event could not be written.</exception>
    public static void Mesh(
        this EventFileWriter writer,
        string tag,
        NDArray vertices,
        long step,
        NDArray? faces = null,
        NDArray? colors = null,
        string configJson = "{}",
        string? description = null
    )
    {
        (Content Content, NDArray? Data, NPTypeCode Type)[] all =
        [
            (Content.Vertex, vertices, NPTypeCode.Single),
            (Content.Face, faces, NPTypeCode.Int32),
            (Content.Color, colors, NPTypeCode.Byte),
        ];
        var parts = Array.FindAll(all, part => part.Data is not null);
        if (Array.Find(parts, part => part.Data!.ndim != 3 || part.Data.shape[2] != 3).Data is { } odd)
            throw new ArgumentException($"Arrays of a mesh have shape [meshes, count, 3]; got [{string.Join(", ", odd.shape)}].");
        var components = parts.Aggregate(0u, (mask, part) => mask | 1u << (int)part.Content);
        foreach (var (content, data, type) in parts)
        {
            var plugin = new MeshPluginData
            {
                Name = tag,
                ContentType = content,
                JsonConfig = configJson,
                Components = components,
            };
            plugin.Shape.AddRange(data!.shape.Select(size => (int)size));
            var metadata = new SummaryMetadata("mesh", plugin.ToByteArray()) { Description = description ?? "" };
            writer.Write($"{tag}_{content.ToString().ToUpperInvariant()}", TensorValue.From(data.astype(type)), step, metadata);
        }
    }
}
