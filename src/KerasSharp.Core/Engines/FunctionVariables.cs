using KerasSharp.Graphs;

namespace KerasSharp.Engines;

/// <summary>The variables that a function reads or writes.</summary>
internal static class FunctionVariables
{
    /// <summary>Each variable once, those that are read first.</summary>
    /// <param name="outputs">What the function computes.</param>
    /// <param name="updates">What it writes.</param>
    public static Variable[] Of(IReadOnlyList<Tensor> outputs, IReadOnlyList<(Variable Variable, Tensor Value)> updates) =>
        [
            .. GraphTraversal
                .TopologicalOrder([.. outputs, .. updates.Select(update => update.Value)])
                .Where(operation => operation.Type == "VarHandleOp")
                .Select(operation => operation.Attributes.Get<Variable>("variable"))
                .Concat(updates.Select(update => update.Variable))
                .Distinct(),
        ];
}
