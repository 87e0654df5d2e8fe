using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    internal static readonly OpDefinition ScatterNdDefinition = new(
        "ScatterNd(indices: Tindices, updates: T, shape: Tindices) -> output: T | T: type, Tindices: type, bad_indices_policy: string = \"\"",
        context => [ShapeRules.FromInts(context, 2)]
    );

    /// <summary>Updates of a copy of a tensor at index vectors.</summary>
    internal static readonly Dictionary<string, OpDefinition> TensorScatterDefinitions = Table(
        name => new OpDefinition(
            $"{name}(tensor: T, indices: Tindices, updates: T) -> output: T | T: type, Tindices: type, bad_indices_policy: string = \"\"",
            ShapeRules.SameAsFirst
        ),
        ["TensorScatterAdd", "TensorScatterSub", "TensorScatterMax", "TensorScatterMin", "TensorScatterUpdate"]
    );

    /// <summary>Zeros of a shape with updates added at index vectors; equal ones add up.</summary>
    /// <param name="indices">[…, n]: vectors of n indices into the first n axes.</param>
    /// <param name="updates">The shape of indices without its last axis, followed by shape[n:].</param>
    /// <param name="shape">The shape of the result, a vector of the type of indices.</param>
    /// <param name="name">A name hint.</param>
    public static Tensor ScatterNd(Tensor indices, Tensor updates, Tensor shape, string? name = null) =>
        Make(ScatterNdDefinition, [indices, updates, shape], null, name);

    /// <summary>A tensor with updates added at index vectors; see <see cref="ScatterNd"/>.</summary>
    public static Tensor TensorScatterAdd(Tensor tensor, Tensor indices, Tensor updates, string? name = null) =>
        Make(TensorScatterDefinitions["TensorScatterAdd"], [tensor, indices, updates], null, name);

    /// <summary>A tensor with updates subtracted at index vectors; see <see cref="ScatterNd"/>.</summary>
    public static Tensor TensorScatterSub(Tensor tensor, Tensor indices, Tensor updates, string? name = null) =>
        Make(TensorScatterDefinitions["TensorScatterSub"], [tensor, indices, updates], null, name);

    /// <summary>A tensor raised to the updates at index vectors where these are greater; see <see cref="ScatterNd"/>.</summary>
    public static Tensor TensorScatterMax(Tensor tensor, Tensor indices, Tensor updates, string? name = null) =>
        Make(TensorScatterDefinitions["TensorScatterMax"], [tensor, indices, updates], null, name);

    /// <summary>A tensor lowered to the updates at index vectors where these are less; see <see cref="ScatterNd"/>.</summary>
    public static Tensor TensorScatterMin(Tensor tensor, Tensor indices, Tensor updates, string? name = null) =>
        Make(TensorScatterDefinitions["TensorScatterMin"], [tensor, indices, updates], null, name);

    /// <summary>A tensor with elements at index vectors replaced, the last one counting; see <see cref="ScatterNd"/>.</summary>
    public static Tensor TensorScatterUpdate(Tensor tensor, Tensor indices, Tensor updates, string? name = null) =>
        Make(TensorScatterDefinitions["TensorScatterUpdate"], [tensor, indices, updates], null, name);
}
