using KerasSharp.Constraints;
using KerasSharp.Regularizers;

namespace KerasSharp.Layers;

/// <summary>A weight and what its layer was told about it.</summary>
internal sealed record LayerWeight(Variable Variable, Regularizer? Regularizer, Constraint? Constraint, bool DeclaredTrainable)
{
    /// <summary>True where optimizers may change the variable.</summary>
    public bool Trainable => DeclaredTrainable && Variable.Trainable;
}
