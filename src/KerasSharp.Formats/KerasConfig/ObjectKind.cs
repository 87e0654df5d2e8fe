namespace KerasSharp.Formats.KerasConfig;

/// <summary>What kind of object a config describes, which its place tells.</summary>
internal enum ObjectKind
{
    Layer,
    Initializer,
    Regularizer,
    Constraint,
    Activation,
    Optimizer,
    Loss,
    Metric,
}
