using KerasSharp.Graphs;
using KerasSharp.Ops;

namespace KerasSharp.Engines.TensorFlow.Translation.Substitutes;

/// <summary>The concatenation of one tensor, which is the tensor. TensorFlow takes two or more.</summary>
internal static class LoneConcat
{
    /// <summary>The concatenation, whose axis is the last input.</summary>
    public static Tensor? OfLast(Operation operation) => Of(operation, operation.Inputs[0]);

    /// <summary>The concatenation of the older op, whose axis is the first input.</summary>
    public static Tensor? OfFirst(Operation operation) => Of(operation, operation.Inputs[1]);

    private static Tensor? Of(Operation operation, Tensor first) => operation.Attributes.Get<long>("N") == 1 ? Op.Identity(first) : null;
}
