using KerasSharp.Graphs;

namespace KerasSharp.Ops;

public static partial class Op
{
    internal static readonly OpDefinition VarHandleOpDefinition = new(
        "VarHandleOp() -> resource: resource | dtype: type, shape: shape, container: string = \"\", shared_name: string = \"\"",
        ShapeRules.ScalarOutput
    )
    {
        IsStateful = true,
    };

    internal static readonly OpDefinition ReadVariableOpDefinition = new(
        "ReadVariableOp(resource: resource) -> value: dtype | dtype: type",
        context => [context.Attr<Variable>("variable").Shape]
    )
    {
        IsStateful = true,
    };

    /// <summary>The handle of a variable.</summary>
    internal static Tensor VarHandleOp(Variable variable) =>
        Make(
            VarHandleOpDefinition,
            [],
            new Attributes
            {
                ["variable"] = variable,
                ["dtype"] = variable.DType,
                ["shape"] = variable.Shape,
                ["shared_name"] = variable.Path,
            },
            variable.Name
        );

    /// <summary>The value that a variable has at the start of a run.</summary>
    internal static Tensor ReadVariableOp(Tensor resource, DType dtype)
    {
        var variable = resource.Operation.Attributes.Get<Variable>("variable");
        return Make(
            ReadVariableOpDefinition,
            [resource],
            new Attributes { ["variable"] = variable, ["dtype"] = dtype },
            $"{variable.Name}/Read"
        );
    }
}
