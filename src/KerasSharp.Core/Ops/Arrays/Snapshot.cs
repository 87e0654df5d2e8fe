using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    internal static readonly OpDefinition SnapshotDefinition = new("Snapshot(input: T) -> output: T | T: type", ShapeRules.SameAsFirst);

    internal static readonly OpDefinition PreventGradientDefinition = new(
        "PreventGradient(input: T) -> output: T | T: type, message: string = \"\"",
        ShapeRules.SameAsFirst
    );

    internal static readonly OpDefinition CheckNumericsDefinition = new(
        "CheckNumerics(tensor: T) -> output: T | T: type, message: string",
        ShapeRules.SameAsFirst
    );

    internal static readonly OpDefinition BitcastDefinition = new("Bitcast(input: T) -> output: type | T: type, type: type", InferBitcast);

    /// <summary>A copy.</summary>
    public static Tensor Snapshot(Tensor input, string? name = null) => Make(SnapshotDefinition, [input], null, name);

    /// <summary>The same value; asking for a gradient through it is an error with the message.</summary>
    public static Tensor PreventGradient(Tensor input, string message = "", string? name = null) =>
        Make(PreventGradientDefinition, [input], new Attributes { ["message"] = message }, name);

    /// <summary>The same value; running fails with the message where an element is infinite or NaN.</summary>
    public static Tensor CheckNumerics(Tensor tensor, string message, string? name = null) =>
        Make(CheckNumericsDefinition, [tensor], new Attributes { ["message"] = message }, name);

    /// <summary>The same bytes read as another type. A smaller type adds a last axis; a larger one takes away a last axis of the ratio's length.</summary>
    public static Tensor Bitcast(Tensor input, DType type, string? name = null) =>
        Make(BitcastDefinition, [input], new Attributes { ["type"] = type }, name);

    private static Shape[] InferBitcast(InferenceContext context)
    {
        var shape = context.Shape(0);
        int from = context.DType(0).Size();
        int to = context.Attr<DType>("type").Size();
        if (from == to || !shape.HasRank)
            return [shape];
        if (from > to)
            return [shape.Concat([from / to])];
        if (shape.Rank == 0 || (shape[-1] >= 0 && shape[-1] != to / from))
            throw new ShapeException(
                $"the last axis of shape {shape} must have length {to / from} to become {context.Attr<DType>("type").Name()}"
            );
        return [shape.Slice(0, shape.Rank - 1)];
    }
}
