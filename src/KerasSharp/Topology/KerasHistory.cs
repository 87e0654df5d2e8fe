using System.Runtime.CompilerServices;

namespace KerasSharp.Topology;

/// <summary>Where a symbolic tensor comes from: which output of which application of a layer. Kept beside the tensor, which knows no layers.</summary>
/// <param name="Node">The application.</param>
/// <param name="TensorIndex">Which of its outputs, from 0.</param>
/// <param name="Mask">The tensor's mask, or null.</param>
public sealed record KerasHistory(Node Node, int TensorIndex, Tensor? Mask)
{
    private static readonly ConditionalWeakTable<Tensor, KerasHistory> Table = [];

    /// <summary>The history of a tensor; null where no layer made it.</summary>
    public static KerasHistory? Of(Tensor tensor) => Table.TryGetValue(tensor, out var history) ? history : null;

    internal static void Set(Tensor tensor, KerasHistory history) => Table.AddOrUpdate(tensor, history);
}
