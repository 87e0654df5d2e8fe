using System.Runtime.CompilerServices;

namespace KerasSharp;

/// <summary>
/// Which tensor a softmax or sigmoid was taken of. Crossentropies straight after such an activation are computed from its input, which
/// neither overflows nor loses the gradient.
/// </summary>
internal static class ActivationLogits
{
    private static readonly ConditionalWeakTable<Tensor, Tensor> Table = [];

    /// <summary>Remembers the input of an activation.</summary>
    public static Tensor Remember(Tensor output, Tensor logits)
    {
        Table.AddOrUpdate(output, logits);
        return output;
    }

    /// <summary>The input of the softmax or sigmoid that made a tensor, or null.</summary>
    /// <param name="output">The tensor.</param>
    /// <param name="op">The op that counts also where it was not called as an activation: <c>Softmax</c> or <c>Sigmoid</c>.</param>
    public static Tensor? Of(Tensor output, string op) =>
        Table.TryGetValue(output, out var logits) ? logits
        : output.Operation.Type == op ? output.Operation.Inputs[0]
        : null;
}
