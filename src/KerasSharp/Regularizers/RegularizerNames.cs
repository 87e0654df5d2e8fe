using KerasSharp.Saving;

namespace KerasSharp.Regularizers;

/// <summary>Keras's names of the regularizers.</summary>
internal static class RegularizerNames
{
    public static void Register()
    {
        KerasObjects.Register<Regularizer>("L1", config => new L1(config.Get("l1", 0.01)), "l1");
        KerasObjects.Register<Regularizer>("L2", config => new L2(config.Get("l2", 0.01)), "l2");
        KerasObjects.Register<Regularizer>("L1L2", config => new L1L2(config.Get("l1", 0.0), config.Get("l2", 0.0)), "l1l2");
        KerasObjects.Register<Regularizer>(
            "OrthogonalRegularizer",
            config => new OrthogonalRegularizer(config.Get("factor", 0.01), config.Get("mode", "rows")),
            "orthogonal_regularizer"
        );
    }
}
