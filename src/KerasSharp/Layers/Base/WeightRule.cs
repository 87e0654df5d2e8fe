using KerasSharp.Constraints;
using KerasSharp.Initializers;
using KerasSharp.Regularizers;
using KerasSharp.Saving;

namespace KerasSharp.Layers;

/// <summary>How a kind of weight (<c>kernel</c>, <c>bias</c>, …) starts, what it costs, and what it is held to.</summary>
internal sealed record WeightRule(string Role, Initializer Initializer, Regularizer? Regularizer = null, Constraint? Constraint = null)
{
    /// <summary>The three entries under Keras's names, such as <c>kernel_initializer</c>.</summary>
    public Config ToConfig() =>
        new()
        {
            [$"{Role}_initializer"] = Initializer,
            [$"{Role}_regularizer"] = Regularizer,
            [$"{Role}_constraint"] = Constraint,
        };
}
