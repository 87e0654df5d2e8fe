using KerasSharp.Constraints;
using KerasSharp.Initializers;
using KerasSharp.Layers;
using KerasSharp.Losses;
using KerasSharp.Metrics;
using KerasSharp.Optimizers;
using KerasSharp.Regularizers;

namespace KerasSharp.Saving;

/// <summary>The lists of built-in classes, a line a family.</summary>
internal static class KerasObjectFamilies
{
    public static IReadOnlyList<Action> All =>
        [
            ActivationNames.Register,
            OldActivations.Register,
            InitializerNames.Register,
            RegularizerNames.Register,
            ConstraintNames.Register,
            LossNames.Register,
            MetricNames.Register,
            OptimizerNames.Register,
            LayerClasses.Register,
        ];
}
